import type { Reserved } from "@understudy/db/queries/reservations";
import type { Spend, SpendOf } from "@understudy/db/queries/spend";

export const NOTHING: Spend = { tokens: 0, microCost: 0 };

/** What was booked for one, and what was kept for calls of theirs; every call is the tenant's. */
export function takenBy(
  { id, isTenant }: { id: string; isTenant: boolean },
  spent: readonly SpendOf[],
  reserved: readonly Reserved[],
): Spend[] {
  return [
    ...spent.filter(({ subjectId }) => subjectId === id),
    ...reserved.filter(
      ({ subjectId, others }) => isTenant || subjectId === id || others?.includes(id),
    ),
  ];
}

export function sumSpend(spends: readonly Spend[]): Spend {
  return spends.reduce(
    (total, { tokens, microCost }) => ({
      tokens: total.tokens + tokens,
      microCost: total.microCost + microCost,
    }),
    NOTHING,
  );
}
