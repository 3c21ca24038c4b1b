import { formatCount } from "#lib/format-count.ts";

export interface Change {
  direction: "up" | "down" | "same";
  text: string;
  before: string;
  /** Null: neither way is better. */
  isGood: boolean | null;
}

/** Which way is better. */
export type Better = "more" | "less" | "neither";

interface Compared {
  now: number;
  before: number;
  better: Better;
}

/** Of counts, in percent of what it was; where there was nothing, by how many. */
export function changeOfCount({ now, before, better }: Compared): Change {
  const change = now - before;
  const text =
    before === 0
      ? `${change > 0 ? "+" : ""}${formatCount(change)}`
      : `${change > 0 ? "+" : ""}${Math.round((change / before) * 100)} %`;
  return { ...judge(change, better), text, before: formatCount(before) };
}

/** Of shares, in percentage points; null where one of them is of nothing. */
export function changeOfShare(
  now: number | null,
  before: number | null | undefined,
  better: Better,
): Change | null {
  if (now === null || before === null || before === undefined) return null;
  const points = Math.round((now - before) * 100);
  const text = `${points > 0 ? "+" : ""}${points} pt`;
  return { ...judge(points, better), text, before: formatShare(before) };
}

function judge(change: number, better: Better): Pick<Change, "direction" | "isGood"> {
  const direction = change > 0 ? "up" : change < 0 ? "down" : "same";
  if (direction === "same" || better === "neither") return { direction, isGood: null };
  return { direction, isGood: (direction === "up") === (better === "more") };
}

export function changeWords({ direction, text, before }: Change): string {
  if (direction === "same") return `the same as before, ${before}`;
  return `${direction} ${text.replace(/^[+-]/, "")} from ${before}`;
}

export function formatShare(share: number | null): string {
  return share === null ? "–" : `${Math.round(share * 100)} %`;
}
