import type { TermIdf } from "../retrieve/measure-idf.ts";
import { type Contradiction, findContradiction } from "./find-contradiction.ts";
import type { Statement } from "./read-statements.ts";

export interface Conflict extends Contradiction {
  one: Statement;
  other: Statement;
}

/** What two passages say otherwise, the likeliest first; of each statement the likeliest alone. */
export function comparePassages(
  one: readonly Statement[],
  other: readonly Statement[],
  idf: TermIdf,
): Conflict[] {
  const conflicts = one.flatMap((ours) => {
    // Where the very same is said as well, the other sentence is about something else.
    if (other.some(({ claim }) => claim === ours.claim)) return [];
    const found = other.flatMap((theirs) => {
      const contradiction = findContradiction(ours, theirs, idf);
      return contradiction ? [{ ...contradiction, one: ours, other: theirs }] : [];
    });
    return found.sort((a, b) => b.score - a.score).slice(0, 1);
  });
  return conflicts.sort((a, b) => b.score - a.score);
}
