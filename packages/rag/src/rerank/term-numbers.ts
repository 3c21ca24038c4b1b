import { gramsOf, termOf } from "../text/extract-terms.ts";
import { foldText } from "../text/fold-text.ts";
import { splitWords } from "../text/split-words.ts";

const GRAM_LENGTH = 3;

/** Numbers terms from 0, and knows the character 3-grams of each. */
export interface TermNumbers {
  readonly size: number;
  /** The numbers of the terms that `extractTerms` gives; each word is stemmed once. */
  read(text: string): number[];
  /** Undefined for a term that was never numbered. */
  find(term: string): number | undefined;
  term(number: number): string;
  /** Hashes of its distinct grams. */
  grams(number: number): Int32Array;
}

export function createTermNumbers(): TermNumbers {
  const numbers = new Map<string, number>();
  const words = new Map<string, number>();
  const terms: string[] = [];
  const grams: Int32Array[] = [];
  const numberOf = (term: string) => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, terms.length);
    grams.push(hashGrams(term));
    return terms.push(term) - 1;
  };
  const numberOfWord = (word: string) => {
    let number = words.get(word);
    if (number === undefined) {
      number = numberOf(termOf(word));
      words.set(word, number);
    }
    return number;
  };
  return {
    get size() {
      return terms.length;
    },
    read(text) {
      const found: number[] = [];
      for (const { text: word, dense } of splitWords(foldText(text))) {
        if (dense) for (const term of gramsOf(word)) found.push(numberOf(term));
        else found.push(numberOfWord(word));
      }
      return found;
    },
    find: (term) => numbers.get(term),
    term: (number) => terms[number]!,
    grams: (number) => grams[number]!,
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
