/** Cents are too coarse for a single answer. */
export function formatMoney(amount: number, currency: string): string {
  const digits = amount !== 0 && amount < 1 ? 4 : 2;
  const style = { style: "currency", currency, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat("en", style).format(amount);
}
