import type { ProofMethod } from "@understudy/db/column-values";
import {
  endVerification,
  lockVerification,
  saveSeen,
  type VerificationRow,
} from "@understudy/db/queries/verifications";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { announce } from "../webhook/announce.ts";
import type { VERIFICATION_EVENTS } from "./contract.ts";
import { planRecheck } from "./plan-recheck.ts";

export type Seen = { method: ProofMethod } | { failureReason: string };

/** Joins the caller's transaction: what a look at the domain changes. Undefined: it was begun anew or revoked meanwhile. */
export async function settleProof(
  ctx: Context,
  tx: TenantTx,
  looked: VerificationRow,
  seen: Seen,
): Promise<VerificationRow | undefined> {
  const before = await lockVerification(tx, looked.id);
  const { id: verificationId, token } = looked;
  const row = before && (await saveSeen(tx, { verificationId, token }, seen));
  if (!before || !row) return undefined;
  if ("method" in seen) return proven(ctx, tx, { before, row });
  if (before.status === "verified" && !row.stands) return lose(ctx, tx, row);
  if (row.failingSince && !before.failingSince) {
    await record(ctx, tx, { event: "failing", row, reason: seen.failureReason });
  }
  return row;
}

async function proven(
  ctx: Context,
  tx: TenantTx,
  { before, row }: Record<"before" | "row", VerificationRow>,
): Promise<VerificationRow> {
  if (before.status === "verified") return row;
  const { id, twinId, domain, method } = row;
  await record(ctx, tx, { event: "prove", row });
  const data = { verificationId: id, domain, method: method! };
  await announce(tx, { type: "verification.proven", twinId, data });
  await planRecheck(tx, row);
  return row;
}

/** The badge goes; the same record or file brings it back. */
async function lose(ctx: Context, tx: TenantTx, lost: VerificationRow): Promise<VerificationRow> {
  await record(ctx, tx, { event: "lose", row: lost, reason: lost.failureReason });
  const data = { verificationId: lost.id, domain: lost.domain, reason: "lost" } as const;
  await announce(tx, { type: "verification.revoked", twinId: lost.twinId, data });
  return endVerification(tx, lost.id, "pending");
}

export async function record(
  ctx: Context,
  tx: TenantTx,
  happened: {
    event: (typeof VERIFICATION_EVENTS)[number];
    row: Pick<VerificationRow, "id" | "domain" | "method">;
    reason?: string | null;
  },
): Promise<void> {
  const { event, row, reason } = happened;
  const { id, domain, method } = row;
  await ctx.audit(tx, {
    action: `verification.${event}`,
    subjectKind: "verification",
    subjectId: id,
    details: { domain, ...(method && { method }), ...(reason && { reason }) },
  });
}
