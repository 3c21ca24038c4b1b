/** A stretch of a source's text; it stays the same however the text is cut. */
export interface PlaceInText {
  sourceId: string;
  start: number;
  end: number;
}

/** Of the shorter of two stretches, so much must stand in the other for them to be the same place. */
const SHARED = 0.5;

function isSamePlace(a: PlaceInText, b: PlaceInText): boolean {
  if (a.sourceId !== b.sourceId) return false;
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const shorter = Math.min(a.end - a.start, b.end - b.start);
  return shared > 0 && shared >= SHARED * shorter;
}

/** At which rank, from 1, one of the right places was found; null: at none. */
export function rankOfRight(
  found: readonly PlaceInText[],
  right: readonly PlaceInText[],
): number | null {
  const at = found.findIndex((place) => right.some((wanted) => isSamePlace(place, wanted)));
  return at === -1 ? null : at + 1;
}

/** What both found, as a share of what either did; 1 where neither found anything. */
export function shareOfBoth(a: readonly PlaceInText[], b: readonly PlaceInText[]): number {
  const matched = a.filter((one) => b.some((other) => isSamePlace(one, other))).length;
  const back = b.filter((one) => a.some((other) => isSamePlace(one, other))).length;
  const total = a.length + b.length;
  return total === 0 ? 1 : (matched + back) / total;
}
