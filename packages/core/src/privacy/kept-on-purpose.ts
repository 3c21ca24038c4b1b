/** What an erasure leaves, and why: the receipt says it, row for row. */
const KEPT: Record<string, string> = {
  audit_events:
    "The log of who did what holds ids and no contents. It is a chain: without one event nothing behind it could be proved.",
  erasures: "The receipt itself, which holds ids and figures.",
  usage_counters: "What models cost in past months, as figures.",
};

export interface Kept {
  what: string;
  rows: number;
  why: string;
}

/** Parts what was found into what may stay and what may not. */
export function sortOutKept(found: Record<string, number>, isTenant: boolean) {
  const kept: Kept[] = [];
  const left: Record<string, number> = {};
  for (const [what, rows] of Object.entries(found)) {
    const why = isTenant && what === "usage_counters" ? undefined : KEPT[what];
    if (why) kept.push({ what, rows, why });
    else left[what] = rows;
  }
  return { kept, left };
}
