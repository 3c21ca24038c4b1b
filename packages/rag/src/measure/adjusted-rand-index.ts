/**
 * How far two groupings of the same things agree beyond chance: 1 for the same, about 0 for unrelated
 * ones. (Hubert and Arabie 1985, "Comparing partitions")
 */
export function adjustedRandIndex(one: readonly string[], other: readonly string[]): number {
  const both = one.map((label, at) => JSON.stringify([label, other[at]]));
  const [pairs, ofOne, ofOther] = [both, one, other].map(countPairs) as [number, number, number];
  const all = pairsOf(one.length);
  const expected = all === 0 ? 0 : (ofOne * ofOther) / all;
  const most = (ofOne + ofOther) / 2;
  return most === expected ? 1 : (pairs - expected) / (most - expected);
}

function countPairs(labels: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + pairsOf(count), 0);
}

const pairsOf = (count: number) => (count * (count - 1)) / 2;
