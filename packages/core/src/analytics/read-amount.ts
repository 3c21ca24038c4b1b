import { MICRO } from "../budget/pay-for.ts";

/** Null: the price is not known. */
export function readAmount({
  currency,
  microCost,
}: {
  currency: string | null;
  microCost: number;
}): { currency: string | null; amount: number | null } {
  return { currency, amount: currency === null ? null : microCost / MICRO };
}
