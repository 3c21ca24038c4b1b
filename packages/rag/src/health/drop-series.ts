import type { Conflict } from "./compare-passages.ts";
import type { ContradictionKind } from "./find-contradiction.ts";

/** Other values of the same sentence from which on they tell of as many things. */
const SERIES: Record<ContradictionKind, number> = { name: 2, number: 3, date: 3, negation: 3 };

/**
 * Of what is said otherwise than one statement, what may contradict it: a sentence that several texts
 * hold, each with a value of its own, tells of several things, as the pages of a catalogue do.
 */
export function dropSeries<Found extends { conflict: Conflict }>(found: readonly Found[]): Found[] {
  const values = new Map<ContradictionKind, Set<string>>();
  for (const { conflict } of found) {
    const known = values.get(conflict.kind) ?? new Set();
    values.set(conflict.kind, known.add(conflict.differing?.other ?? conflict.other.claim));
  }
  return found.filter(({ conflict: { kind } }) => values.get(kind)!.size < SERIES[kind]);
}
