/** Of a quota or a budget, in tokens and in money. */
export function isLimit(tokens: number | null, money: number | null): boolean {
  return tokens !== null || money !== null;
}
