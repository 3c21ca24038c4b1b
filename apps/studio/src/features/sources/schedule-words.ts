import type { Source } from "@understudy/core/source/contract";
import { formatAgo } from "#lib/format-time.ts";

export const SCHEDULES = [
  { value: "off", label: "Off" },
  { value: "daily", label: "Daily" },
  { value: "weekly", label: "Weekly" },
  { value: "monthly", label: "Monthly" },
] as const;

export type Schedule = (typeof SCHEDULES)[number]["value"];

/** "weekly · next in 6 days", or "weekly · paused"; empty without a schedule. */
export function scheduleWords(source: Source, now: number): string {
  const { syncEvery, pausedSyncEvery, nextSyncAt } = source;
  if (pausedSyncEvery) return `${pausedSyncEvery} · paused`;
  if (!syncEvery) return "";
  return nextSyncAt ? `${syncEvery} · next ${formatAgo(nextSyncAt, now)}` : syncEvery;
}
