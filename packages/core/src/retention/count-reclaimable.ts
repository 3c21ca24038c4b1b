import { listDropped } from "@understudy/db/queries/index-generations";
import { countSuperseded } from "@understudy/db/queries/superseded-versions";
import type { TenantTx } from "@understudy/db/scope";

/** Versions and indexes of a twin that have stopped answering, and of which something is left. */
export async function countReclaimable(tx: TenantTx, twinId: string): Promise<number> {
  const dropped = await listDropped(tx, twinId);
  const left = dropped.filter(({ reclaimedAt }) => reclaimedAt === null);
  return left.length + (await countSuperseded(tx, twinId));
}
