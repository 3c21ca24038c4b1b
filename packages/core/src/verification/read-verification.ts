import { type AuditEventRow, listAuditEvents } from "@understudy/db/queries/audit-events";
import type { VerificationRow } from "@understudy/db/queries/verifications";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import {
  type Proof,
  VERIFICATION_EVENTS,
  type Verification,
  VerificationEvent,
} from "./contract.ts";
import { placeOfProof } from "./place-of-proof.ts";

const SHOWN_EVENTS = 50;
const Action = z.enum(VERIFICATION_EVENTS);

export async function readVerification(tx: TenantTx, row: VerificationRow): Promise<Verification> {
  const recorded = await listAuditEvents(tx, { subjectId: row.id, limit: SHOWN_EVENTS });
  const { id, twinId, domain, status, token, method, failureReason } = row;
  return {
    id,
    twinId,
    domain,
    status,
    isShown: row.stands,
    token,
    ...placeOfProof(domain, token),
    method,
    verifiedAt: timeOf(row.verifiedAt),
    checkedAt: timeOf(row.checkedAt),
    failingSince: timeOf(row.failingSince),
    standsUntil: timeOf(row.standsUntil),
    failureReason,
    revokedAt: timeOf(row.revokedAt),
    createdAt: row.createdAt.toISOString(),
    history: recorded.flatMap(readEvent),
  };
}

/** Null: visitors are told of nothing. */
export function readProof(row: VerificationRow | undefined): Proof | null {
  if (!row?.stands || !row.method || !row.verifiedAt || !row.checkedAt) return null;
  const { domain, method, verifiedAt, checkedAt } = row;
  return {
    domain,
    method,
    verifiedAt: verifiedAt.toISOString(),
    checkedAt: checkedAt.toISOString(),
  };
}

function readEvent({ action, createdAt, details }: AuditEventRow): VerificationEvent[] {
  const event = Action.safeParse(action.replace("verification.", ""));
  if (!event.success) return [];
  const { domain, method = null, reason = null } = details as Record<string, string>;
  return [
    VerificationEvent.parse({
      at: createdAt.toISOString(),
      event: event.data,
      domain,
      method,
      reason,
    }),
  ];
}

function timeOf(time: Date | null): string | null {
  return time?.toISOString() ?? null;
}
