import { type ClaimWord, contentWords, readWords } from "../read-claim.ts";
import {
  AMBIGUOUS_NEGATORS,
  DENSE_NEGATION,
  NEGATORS_AROUND,
  NEGATORS_BEFORE,
} from "./polarity-words.ts";

export interface Polarity {
  isNegated: boolean;
  /** Stems that a negation reaches, and those that none does. */
  negated: ReadonlySet<string>;
  affirmed: ReadonlySet<string>;
  /** Of those reached, the ones beside the negation. */
  heads: ReadonlySet<string>;
}

export const CLAUSE_END =
  /[,;:.!?()—–\n。，；：！？、]|(?<!\p{L})(?:and|but|or|und|aber|oder|sondern|et|mais|y|pero|sino|ma|maar)(?!\p{L})/iu;
const REACH = 4;

/** What a text denies and affirms, clause by clause; `spoken` shows what language it is in. */
export function readPolarity(
  text: string,
  spoken: readonly ClaimWord[] = readWords(text),
): Polarity {
  const negated = new Set<string>();
  const affirmed = new Set<string>();
  const heads = new Set<string>();
  const isNegator = negatorsAmong(spoken);
  const content = new Set(
    contentWords(readWords(text))
      .filter((word) => !isNegator(word))
      .map(({ word }) => word),
  );
  let isNegated = false;
  for (const clause of text.split(CLAUSE_END)) {
    const words = readWords(clause);
    const negations = listNegations(words, { content, isNegator });
    const reached = new Set(negations.flat());
    for (const [head] of negations) if (head) heads.add(head.stem);
    isNegated ||= negations.length > 0 || DENSE_NEGATION.test(clause);
    for (const word of words) {
      if (!content.has(word.word)) continue;
      (reached.has(word) ? negated : affirmed).add(word.stem);
    }
  }
  return { isNegated, negated, affirmed, heads };
}

/** For each negator of a clause the words it reaches, the nearest first. */
function listNegations(
  words: readonly ClaimWord[],
  { content, isNegator }: { content: ReadonlySet<string>; isNegator: (word: ClaimWord) => boolean },
): ClaimWord[][] {
  const carries = ({ word }: ClaimWord) => content.has(word);
  return [...words.entries()]
    .filter(([, word]) => isNegator(word))
    .map(([at, negator]) => {
      const after = words
        .slice(at + 1)
        .filter(carries)
        .slice(0, REACH);
      const before = words.slice(0, at).filter(carries).toReversed().slice(0, REACH);
      if (after.length === 0) return before;
      return NEGATORS_AROUND.has(negator.word) ? [...after, ...before] : after;
    });
}

function negatorsAmong(words: readonly ClaimWord[]): (word: ClaimWord) => boolean {
  const among = (set: ReadonlySet<string>) => words.some(({ word }) => set.has(word));
  return ({ word }) => {
    const ambiguous = AMBIGUOUS_NEGATORS[word];
    if (ambiguous?.with) return among(ambiguous.with);
    if (ambiguous?.without) return !among(ambiguous.without);
    return NEGATORS_BEFORE.has(word) || NEGATORS_AROUND.has(word);
  };
}
