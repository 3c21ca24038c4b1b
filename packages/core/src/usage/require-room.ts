import { type Held, listHoldings, lockHoldings } from "@understudy/db/queries/holdings";
import { EACH_KEY, listQuotas, type QuotaRow } from "@understudy/db/queries/quotas";
import type { TenantTx } from "@understudy/db/scope";
import type { Actor } from "../kernel/actor.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { sumHeld } from "./sum-held.ts";

/** Against whose limits a source counts, beside the tenant's. */
export interface Holder {
  twinId: string;
  addedByKeyId: string | null;
}

/** What this actor adds to a twin. */
export const holderOf = (actor: Actor, twinId: string): Holder => ({
  twinId,
  addedByKeyId: actor.kind === "api_key" ? actor.apiKeyId : null,
});

/**
 * In the transaction that adds to what a tenant holds: whether the limits of the key that adds it, of its
 * twin and of the tenant have room for so many sources more, or none, and for so many bytes. What is
 * removed, or rolled back, frees its room at once.
 */
export async function requireRoom(
  tx: TenantTx,
  { tenantId, ...holder }: Holder & { tenantId: string },
  adding: { sources: number; bytes: number },
): Promise<void> {
  const subjects = listSubjects(tenantId, holder);
  const all = await listQuotas(
    tx,
    subjects.flatMap(({ limitedBy }) => limitedBy),
  );
  const limits = all.filter(({ sources, storageBytes }) => (sources ?? storageBytes) !== null);
  if (limits.length === 0) return;
  await lockHoldings(tx, tenantId);
  const holdings = await listHoldings(tx);
  for (const { of, limitedBy, isOwn } of subjects) {
    const held = sumHeld(holdings.filter(isOwn));
    const most = strictest(limits.filter(({ subjectId }) => limitedBy.includes(subjectId)));
    if (held.sources + adding.sources > most.sources) {
      throw full(of, "sources", `${most.sources} sources`);
    }
    if (held.storageBytes + adding.bytes > most.storageBytes) {
      throw full(of, "storage", `${most.storageBytes} bytes`);
    }
  }
}

interface Subject {
  of: "key" | "twin" | "tenant";
  limitedBy: readonly string[];
  isOwn: (held: Held) => boolean;
}

function listSubjects(tenantId: string, { twinId, addedByKeyId }: Holder): Subject[] {
  const key: Subject[] =
    addedByKeyId === null
      ? []
      : [
          {
            of: "key",
            limitedBy: [addedByKeyId, EACH_KEY],
            isOwn: ({ keyId }) => keyId === addedByKeyId,
          },
        ];
  return [
    ...key,
    { of: "twin", limitedBy: [twinId], isOwn: (held) => held.twinId === twinId },
    { of: "tenant", limitedBy: [tenantId], isOwn: () => true },
  ];
}

const strictest = (limits: readonly QuotaRow[]) => ({
  sources: Math.min(...limits.map(({ sources }) => sources ?? Number.POSITIVE_INFINITY)),
  storageBytes: Math.min(
    ...limits.map(({ storageBytes }) => storageBytes ?? Number.POSITIVE_INFINITY),
  ),
});

const WHOSE = { key: "What this key added", twin: "This twin", tenant: "This workspace" };

function full(of: Subject["of"], what: "sources" | "storage", most: string): DomainError {
  return new DomainError(
    "limit_exceeded",
    of === "tenant" ? `quota.${what}` : `quota.${what}_of_${of}`,
    `${WHOSE[of]} may hold ${most}. Remove something, or have the limit raised.`,
  );
}
