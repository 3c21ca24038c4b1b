import {
  addSpent,
  listQuotas,
  type QuotaRow,
  type Spend,
  type Subjects,
} from "@understudy/db/queries/usage";
import type { TenantTx } from "@understudy/db/scope";
import { announce } from "../webhook/announce.ts";

const NEARLY = 0.8;

/** Adds what was taken to what was; who takes most of a budget with it is told of, once a month. */
export async function bookSpend(tx: TenantTx, subjects: Subjects, spend: Spend): Promise<void> {
  const totals = await addSpent(tx, subjects, spend);
  for (const quota of await listQuotas(tx, subjects)) {
    const { subjectId } = quota;
    const after = totals.find((total) => total.subjectId === subjectId);
    if (!after) continue;
    const before = {
      tokens: after.tokens - spend.tokens,
      microCost: after.microCost - spend.microCost,
    };
    const spentShare = shareOf(quota, after);
    if (shareOf(quota, before) >= NEARLY || spentShare < NEARLY) continue;
    const data = { subjectId, spentShare };
    await announce(tx, { type: "budget.nearly_spent", twinId: subjects[1] ?? null, data });
  }
}

/** Of the limit that is nearer. */
function shareOf({ tokensPerMonth, microCostPerMonth }: QuotaRow, spent: Spend): number {
  return Math.max(ratio(spent.tokens, tokensPerMonth), ratio(spent.microCost, microCostPerMonth));
}

function ratio(spent: number, limit: number | null): number {
  if (limit === null) return 0;
  return limit === 0 ? 1 : spent / limit;
}
