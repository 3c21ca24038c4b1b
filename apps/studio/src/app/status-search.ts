import { isOneOf } from "./is-one-of.ts";

export const STATUS_PERIODS = ["24", "168", "720"] as const;
export type StatusPeriod = (typeof STATUS_PERIODS)[number];

/** What the address says about the status of the installation. */
export interface StatusSearch {
  /** Hours to look back; absent: a day. */
  hours?: StatusPeriod;
}

export function readStatusSearch({ hours }: Record<string, unknown>): StatusSearch {
  const wanted = String(hours);
  return isOneOf(STATUS_PERIODS, wanted) && wanted !== "24" ? { hours: wanted } : {};
}
