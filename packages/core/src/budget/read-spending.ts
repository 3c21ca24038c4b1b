import { listReserved } from "@understudy/db/queries/reservations";
import { listSpent, type Spend } from "@understudy/db/queries/spend";
import type { TenantTx } from "@understudy/db/scope";
import { sumSpend, takenBy } from "./sum-spend.ts";

/** What each of these took this month, with what calls that are under way may still take. */
export async function readSpending(
  tx: TenantTx,
  { tenantId, ids }: { tenantId: string; ids: readonly string[] },
): Promise<(id: string) => Spend> {
  const [spent, reserved] = await Promise.all([listSpent(tx, ids), listReserved(tx)]);
  return (id) => sumSpend(takenBy({ id, isTenant: id === tenantId }, spent, reserved));
}
