import { listQuotas, type QuotaRow } from "@understudy/db/queries/quotas";
import { addSpent, type Spend, type SpendOf } from "@understudy/db/queries/spend";
import type { TenantTx } from "@understudy/db/scope";
import { announce } from "../webhook/announce.ts";

const NEARLY = 0.8;

/**
 * Adds what was taken to what was, and gives it. Where it takes most of the budget of the tenant, or of a
 * twin whose calls these are, that is told, once a month; what a key, a group or a visitor may take is
 * no news to everybody.
 */
export async function bookSpend(
  tx: TenantTx,
  { tenantId, twinIds }: { tenantId: string; twinIds: readonly string[] },
  spends: readonly SpendOf[],
): Promise<SpendOf[]> {
  const whoseCalls = twinIds.length === 1 ? twinIds[0]! : null;
  const totals = await addSpent(tx, tenantId, spends);
  for (const quota of await listQuotas(tx, [tenantId, ...twinIds])) {
    const { subjectId } = quota;
    const [after, spend] = [totals, spends].map((all) =>
      all.find((each) => each.subjectId === subjectId),
    );
    if (!after || !spend) continue;
    const before = {
      tokens: after.tokens - spend.tokens,
      microCost: after.microCost - spend.microCost,
    };
    const spentShare = shareOf(quota, after);
    if (shareOf(quota, before) >= NEARLY || spentShare < NEARLY) continue;
    const data = { subjectId, spentShare };
    const twinId = subjectId === tenantId ? whoseCalls : subjectId;
    await announce(tx, { type: "budget.nearly_spent", twinId, data });
  }
  return totals;
}

/** Of the limit that is nearer. */
function shareOf({ tokensPerMonth, microCostPerMonth }: QuotaRow, spent: Spend): number {
  return Math.max(ratio(spent.tokens, tokensPerMonth), ratio(spent.microCost, microCostPerMonth));
}

function ratio(spent: number, limit: number | null): number {
  if (limit === null) return 0;
  return limit === 0 ? 1 : spent / limit;
}
