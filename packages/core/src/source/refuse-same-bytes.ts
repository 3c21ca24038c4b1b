import { findSourceBySha256, lockTwinBytes } from "@understudy/db/queries/same-source";
import type { TenantTx } from "@understudy/db/scope";
import { DomainError } from "../kernel/domain-error.ts";

/**
 * The same bytes are one source of a twin, also where they come by way of another: refuses
 * `source.same_as_other` while another source holds them.
 */
export async function refuseSameBytes(
  tx: TenantTx,
  { twinId, sourceId, sha256 }: { twinId: string; sourceId: string; sha256: Uint8Array },
): Promise<void> {
  await lockTwinBytes(tx, { twinId, sha256 });
  const same = await findSourceBySha256(tx, { twinId, sha256, exceptId: sourceId });
  if (!same) return;
  throw new DomainError(
    "conflict",
    "source.same_as_other",
    `The source “${same.title}” holds exactly this already.`,
  );
}
