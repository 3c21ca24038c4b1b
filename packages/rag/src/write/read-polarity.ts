import { DENSE_NEGATION, NEGATORS_AROUND, NEGATORS_BEFORE } from "./polarity-words.ts";
import { type ClaimWord, contentWords, readWords } from "./read-claim.ts";

export interface Polarity {
  isNegated: boolean;
  /** Stems that a negation reaches, and those that none does. */
  negated: ReadonlySet<string>;
  affirmed: ReadonlySet<string>;
}

const CLAUSE_END =
  /[,;:.!?()—–\n。，；：！？、]|(?<!\p{L})(?:and|but|or|und|aber|oder|sondern|et|mais|y|pero|sino|ma|maar)(?!\p{L})/iu;
const REACH = 4;

/** What a text denies and what it affirms, clause by clause. */
export function readPolarity(text: string): Polarity {
  const negated = new Set<string>();
  const affirmed = new Set<string>();
  const content = new Set(contentWords(readWords(text)).map(({ word }) => word));
  let isNegated = false;
  for (const clause of text.split(CLAUSE_END)) {
    const words = readWords(clause);
    const reached = reachedByNegation(words, content);
    isNegated ||= reached !== null || DENSE_NEGATION.test(clause);
    for (const word of words) {
      if (isNegator(word) || !content.has(word.word)) continue;
      (reached?.has(word) ? negated : affirmed).add(word.stem);
    }
  }
  return { isNegated, negated, affirmed };
}

function reachedByNegation(
  words: readonly ClaimWord[],
  content: ReadonlySet<string>,
): Set<ClaimWord> | null {
  const negators = words.filter(isNegator);
  if (negators.length === 0) return null;
  const reached = new Set<ClaimWord>();
  for (const negator of negators) {
    const at = words.indexOf(negator);
    const carries = (word: ClaimWord) => content.has(word.word) && !isNegator(word);
    const after = words
      .slice(at + 1)
      .filter(carries)
      .slice(0, REACH);
    const before = words.slice(0, at).filter(carries).slice(-REACH);
    const isAround = NEGATORS_AROUND.has(negator.word);
    for (const word of after) reached.add(word);
    if (isAround || after.length === 0) for (const word of before) reached.add(word);
  }
  return reached;
}

function isNegator({ word }: ClaimWord): boolean {
  return NEGATORS_BEFORE.has(word) || NEGATORS_AROUND.has(word);
}
