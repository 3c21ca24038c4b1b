const GRAM_LENGTH = 4;

/** The character 4-grams of a term between marked edges, repeats included; of a short term the whole. */
export function characterGrams(term: string): string[] {
  const edged = `^${term}$`;
  if (edged.length <= GRAM_LENGTH) return [edged];
  return Array.from({ length: edged.length - GRAM_LENGTH + 1 }, (_, start) =>
    edged.slice(start, start + GRAM_LENGTH),
  );
}

/** FNV-1a over UTF-16 code units, 32 bits: few of a vocabulary's grams share a number. */
export function hashGram(gram: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < gram.length; i++) hash = Math.imul(hash ^ gram.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
