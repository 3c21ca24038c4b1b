import type { Source } from "@understudy/core/source/contract";
import { formatAgo } from "#lib/format-time.ts";

export const SCHEDULES = [
  { value: "off", label: "Off" },
  { value: "daily", label: "Daily" },
  { value: "weekly", label: "Weekly" },
  { value: "monthly", label: "Monthly" },
] as const;

export type Schedule = (typeof SCHEDULES)[number]["value"];

/** "weekly · next in 6 days"; empty without a schedule. */
export function scheduleWords(source: Source, now: number): string {
  const { syncEvery, nextSyncAt } = source;
  if (!syncEvery) return "";
  return nextSyncAt ? `${syncEvery} · next ${formatAgo(nextSyncAt, now)}` : syncEvery;
}
