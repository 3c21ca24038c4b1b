const GRAM_LENGTH = 3;

/** Numbers terms from 0, and knows the character 3-grams of each. */
export interface TermNumbers {
  readonly size: number;
  numberOf(term: string): number;
  /** Undefined for a term that was never numbered. */
  find(term: string): number | undefined;
  term(number: number): string;
  /** Hashes of its distinct grams. */
  grams(number: number): Int32Array;
}

export function createTermNumbers(): TermNumbers {
  const numbers = new Map<string, number>();
  const terms: string[] = [];
  const grams: Int32Array[] = [];
  return {
    get size() {
      return terms.length;
    },
    numberOf(term) {
      const known = numbers.get(term);
      if (known !== undefined) return known;
      numbers.set(term, terms.length);
      grams.push(hashGrams(term));
      return terms.push(term) - 1;
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
