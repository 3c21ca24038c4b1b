import type { RankedSentence } from "./rank-sentences.ts";

type Ranked = Pick<RankedSentence, "passage" | "index" | "told" | "isWay" | "sentence">;

const FOUND = 0.5;
/** What stands so near to the best sentence goes on from it, but for the rows of a table. */
const NEAR_SENTENCES = 2;

/** Whether a sentence speaks of a part of what the best one speaks of and of no other subject that is asked, somewhere else. */
export function isOutdone(
  best: Ranked,
  { passage, index, told, isWay, sentence }: Ranked,
): boolean {
  const isNear =
    best.passage === passage && Math.abs(best.index - index) <= NEAR_SENTENCES && !sentence.isRow;
  if (isNear || isWay) return false;
  const better = best.sentence.matches;
  const adds = told.some((own, at) => own >= FOUND && own > better[at]!);
  const lacks = sentence.matches.some((own, at) => better[at]! >= FOUND && own < better[at]!);
  return lacks && !adds;
}
