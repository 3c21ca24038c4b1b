import { gramsOf, termOf } from "../text/extract-terms.ts";
import { foldText } from "../text/fold-text.ts";
import { splitWords } from "../text/split-words.ts";

const GRAM_LENGTH = 3;
/** Longer ones are no words, and are not worth keeping. */
const LONGEST_WORD = 64;

/** Numbers terms from 0, and knows the character 3-grams of each. */
export interface TermNumbers {
  readonly size: number;
  /** Appends the numbers of the terms that `extractTerms` gives; each word is stemmed once. */
  read(text: string, into: number[]): void;
  /** Undefined for a term that was never numbered. */
  find(term: string): number | undefined;
  term(number: number): string;
  /** Hashes of its distinct grams. */
  grams(number: number): Int32Array;
  /** How many those are. */
  gramCount(number: number): number;
}

export function createTermNumbers(): TermNumbers {
  const numbers = new Map<string, number>();
  const words = new Map<string, number>();
  const terms: string[] = [];
  const grams: Int32Array[] = [];
  /** Beside the grams, which lie scattered in memory. */
  const gramCounts: number[] = [];
  const numberOf = (term: string) => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, terms.length);
    const own = hashGrams(term);
    grams.push(own);
    gramCounts.push(own.length);
    return terms.push(term) - 1;
  };
  const numberOfWord = (word: string) => {
    const known = words.get(word);
    if (known !== undefined) return known;
    const number = numberOf(termOf(word));
    if (word.length <= LONGEST_WORD) words.set(word, number);
    return number;
  };
  return {
    get size() {
      return terms.length;
    },
    read(text, into) {
      for (const { text: word, dense } of splitWords(foldText(text))) {
        if (dense) for (const term of gramsOf(word)) into.push(numberOf(term));
        else into.push(numberOfWord(word));
      }
    },
    find: (term) => numbers.get(term),
    term: (number) => terms[number]!,
    grams: (number) => grams[number]!,
    gramCount: (number) => gramCounts[number]!,
  };
}

/** The distinct grams of a term between marked edges: 32 bits each, so that few share a number. */
export function hashGrams(term: string): Int32Array {
  const edged = `^${term}$`;
  const hashes = new Set<number>();
  for (let end = GRAM_LENGTH; end <= edged.length; end++) {
    let hash = 0;
    for (let i = end - GRAM_LENGTH; i < end; i++) {
      hash = Math.imul(hash ^ edged.charCodeAt(i), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    hashes.add(hash);
  }
  return Int32Array.from(hashes);
}
