import type { Reserved } from "@understudy/db/queries/reservations";
import type { SpendOf } from "@understudy/db/queries/spend";
import type { TenantTx } from "@understudy/db/scope";
import { bookSpend } from "./book-spend.ts";
import { sumSpend } from "./sum-spend.ts";

/**
 * Books calls as what was kept for them, and `more` with it, in one statement: a counter that is locked
 * after the tenant's would be waited for in a circle.
 */
export function bookReserved(
  tx: TenantTx,
  {
    tenantId,
    reserved,
    more = [],
  }: { tenantId: string; reserved: readonly Reserved[]; more?: readonly SpendOf[] },
): Promise<SpendOf[]> {
  const taken = reserved.flatMap(({ subjectId, others, tokens, microCost }) =>
    Array.from(new Set([tenantId, subjectId, ...(others ?? [])]), (id) => ({
      subjectId: id,
      tokens,
      microCost,
    })),
  );
  const bySubject = Map.groupBy([...taken, ...more], ({ subjectId }) => subjectId);
  const spends = Array.from(bySubject, ([subjectId, own]) => ({ subjectId, ...sumSpend(own) }));
  const twinIds = [...new Set(reserved.map(({ subjectId }) => subjectId))].filter(
    (id) => id !== tenantId,
  );
  return bookSpend(tx, { tenantId, twinIds }, spends);
}
