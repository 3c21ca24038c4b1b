import type { UsageLimit } from "@understudy/core/usage/contract";
import { formatBytes } from "#lib/format-bytes.ts";

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

export function limitName({ metric, period }: UsageLimit): string {
  return `${METRICS[metric]} ${PERIODS[period]}`;
}

export function ownerName({ scope, subjectId, name }: UsageLimit): string {
  if (scope === "tenant") return "The whole workspace";
  if (subjectId === null) return scope === "key" ? "Each key" : "Each visitor";
  return scope === "key" ? `Key ${name}` : name;
}

export function amount(metric: UsageLimit["metric"], value: number): string {
  if (metric === "storageBytes") return formatBytes(value);
  return value.toLocaleString("en", { maximumFractionDigits: 2 });
}
