const GRAM_LENGTH = 4;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The character 4-grams of a term between marked edges, repeats included; of a short term the whole. */
export function characterGrams(term: string): string[] {
  const edged = `^${term}$`;
  return Array.from({ length: gramCount(edged) }, (_, start) =>
    edged.slice(start, start + GRAM_LENGTH),
  );
}

/** FNV-1a over UTF-16 code units, 32 bits: few of a vocabulary's grams share a number. */
export function hashGram(gram: string): number {
  return hashUnits(gram, 0, gram.length);
}

/** Calls back with the number of each gram of a term, repeats included; makes no strings of them. */
export function forEachGramHash(term: string, visit: (gram: number) => void): void {
  const edged = `^${term}$`;
  const count = gramCount(edged);
  for (let start = 0; start < count; start++) {
    visit(hashUnits(edged, start, Math.min(edged.length, start + GRAM_LENGTH)));
  }
}

function gramCount(edged: string): number {
  return Math.max(1, edged.length - GRAM_LENGTH + 1);
}

function hashUnits(text: string, from: number, to: number): number {
  let hash = FNV_OFFSET;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash >>> 0;
}
