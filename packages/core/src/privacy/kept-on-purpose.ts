import type { ErasureRow } from "@understudy/db/queries/erasures";

/** What an erasure leaves, and why: the receipt says it, row for row. */
const KEPT: Record<string, string> = {
  audit_events:
    "The log of who did what holds ids and no contents. It is a chain: without one event nothing behind it could be proved.",
  erasures: "The receipt itself, which holds ids and figures.",
  usage_counters: "What models cost in past months, as figures.",
};

/** Of a visitor who asked not to be written to again. */
export const KEPT_UNWANTED = {
  what: "unwanted_mail",
  why: "The address asked not to be written to again. Its hash alone stays, so that this holds if it is ever given once more.",
};

export interface Kept {
  what: string;
  rows: number;
  why: string;
}

/** Parts what was found into what may stay and what may not. */
export function sortOutKept(found: Record<string, number>, kind: ErasureRow["kind"]) {
  const kept: Kept[] = [];
  const left: Record<string, number> = {};
  for (const [what, rows] of Object.entries(found)) {
    const isTheirs = what === "usage_counters" && kind !== "twin";
    const why = isTheirs ? undefined : KEPT[what];
    if (why) kept.push({ what, rows, why });
    else left[what] = rows;
  }
  return { kept, left };
}
