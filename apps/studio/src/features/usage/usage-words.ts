import type { UsageLimit } from "@understudy/core/usage/contract";
import { formatBytes } from "#lib/format-bytes.ts";
import { formatMoney } from "#lib/format-money.ts";

const METRICS: Record<UsageLimit["metric"], string> = {
  messages: "Messages",
  sources: "Sources",
  storageBytes: "Storage",
  tokens: "Tokens",
  spend: "Spend",
};
const PERIODS: Record<UsageLimit["period"], string> = {
  day: "a day",
  month: "a month",
  total: "in all",
};

export function limitName({ metric, period }: Pick<UsageLimit, "metric" | "period">): string {
  return `${METRICS[metric]} ${PERIODS[period]}`;
}

/** Money in the price's currency; without one nothing was spent. */
export function amount(
  metric: UsageLimit["metric"],
  value: number,
  currency: string | null,
): string {
  if (metric === "storageBytes") return formatBytes(value);
  if (metric === "spend" && currency) return formatMoney(value, currency);
  return value.toLocaleString("en", { maximumFractionDigits: 2 });
}
