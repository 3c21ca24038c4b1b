import { countHoldings, lockHoldings } from "@understudy/db/queries/holdings";
import { listQuotas } from "@understudy/db/queries/quotas";
import type { TenantTx } from "@understudy/db/scope";
import { DomainError } from "../kernel/domain-error.ts";

/**
 * In the transaction that adds to what a tenant holds: whether its quotas have room for a source more, or
 * none, and for so many bytes. What is removed, or rolled back, frees its room at once.
 */
export async function requireRoom(
  tx: TenantTx,
  tenantId: string,
  adding: { sources: number; bytes: number },
): Promise<void> {
  const [quota] = await listQuotas(tx, [tenantId]);
  const { sources = null, storageBytes = null } = quota ?? {};
  if (sources === null && storageBytes === null) return;
  await lockHoldings(tx, tenantId);
  const held = await countHoldings(tx);
  if (sources !== null && held.sources + adding.sources > sources) {
    throw full("quota.sources", `${sources} sources`);
  }
  if (storageBytes !== null && held.storageBytes + adding.bytes > storageBytes) {
    throw full("quota.storage", `${storageBytes} bytes`);
  }
}

function full(reason: string, most: string): DomainError {
  return new DomainError(
    "limit_exceeded",
    reason,
    `This workspace may hold ${most}. Remove something, or have the quota raised.`,
  );
}
