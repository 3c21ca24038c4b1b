const SHORTEST_GRAM = 2;
const LONGEST_GRAM = 4;

/** The distinct character 2–4-grams of a term between its edges, the edges being marked. */
export function characterGrams(term: string): Set<string> {
  const edged = `^${term}$`;
  const grams = new Set<string>();
  for (let length = SHORTEST_GRAM; length <= LONGEST_GRAM; length++) {
    for (let start = 0; start + length <= edged.length; start++) {
      grams.add(edged.slice(start, start + length));
    }
  }
  return grams;
}

/** Cosine of two sets: shared members over the geometric mean of their sizes. */
export function setCosine(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const member of a) if (b.has(member)) shared++;
  return shared / Math.sqrt(a.size * b.size);
}
