import { isUpkeep } from "../column-values.ts";
import { type DeliveredJob, upkeepOf } from "./queue-name.ts";

type Share = Omit<DeliveredJob, "id">;

/**
 * How many slots each tenant has now, and may have: one is kept from the busiest, and one of a tenant's
 * own from its upkeep, so that what people wait for begins however long that takes.
 */
export function createShares(perTenant: number) {
  const most = { all: perTenant, upkeep: Math.max(1, perTenant - 1) };
  const taken = new Map<string, { all: number; upkeep: number }>();
  const change = ({ tenantId, kind }: Share, by: 1 | -1) => {
    const before = taken.get(tenantId) ?? { all: 0, upkeep: 0 };
    const all = before.all + by;
    if (all === 0) taken.delete(tenantId);
    else taken.set(tenantId, { all, upkeep: before.upkeep + (isUpkeep(kind) ? by : 0) });
  };
  return {
    take: (job: Share) => change(job, 1),
    give: (job: Share) => change(job, -1),
    isFull({ tenantId, kind }: Share) {
      const { all, upkeep } = taken.get(tenantId) ?? { all: 0, upkeep: 0 };
      return all >= most.all || (isUpkeep(kind) && upkeep >= most.upkeep);
    },
    /** The groups of which none may begin. */
    full: () =>
      [...taken]
        .flatMap(([tenantId, { all, upkeep }]) => [
          ...(all >= most.all ? [tenantId] : []),
          ...(all >= most.all || upkeep >= most.upkeep ? [upkeepOf(tenantId)] : []),
        ])
        .sort(),
    /** So many that nobody gets more than its share, whoever they turn out to be from. */
    spare: () =>
      [...taken.values()].reduce((least, { all, upkeep }) => {
        const left = most.all - all;
        const forUpkeep = most.upkeep - upkeep;
        return Math.min(least, left || least, (left && forUpkeep) || least);
      }, most.upkeep),
  };
}
