/** When the day or the month that it is in UTC ends. */
export function resetOf(period: "day" | "month", now = new Date()): string {
  const [year, month, date] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  const next = period === "day" ? [year, month, date + 1] : [year, month + 1, 1];
  return new Date(Date.UTC(next[0]!, next[1]!, next[2]!)).toISOString();
}
