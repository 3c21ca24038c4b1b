import { normalQuantile } from "./normal-quantile.ts";

/** With fewer, chance and meaning look alike. */
const LEAST_HITS = 10;
/** Of a hit among too few to tell, as the share of the best. */
const TRUST_IN_FEW = 0.26;
/** How far beyond chance, in standard deviations, an arm that knows finds what is relevant. */
const SEPARATION = 3;
/** So many passages give chance enough tries that it is as likely as meaning to bring up the best. */
const EVEN_AT = 250;
/** Log-odds that count in full: more than all words together say. */
const CERTAIN = 16;

/**
 * How far each of the best similarities of `passageCount` stands out of what chance would give, best
 * first, 0 to 1: the log-odds that it is relevant rather than chance, chance being a normal
 * distribution whose scale two quantiles of the hits tell. What chance gives as well counts nothing,
 * so that an arm that knows nothing of a question hardly moves what its words found.
 */
export function standOut(similarities: readonly number[], passageCount: number): number[] {
  const descending = [...similarities].sort((a, b) => b - a);
  const best = descending[0] ?? 0;
  if (descending.length < LEAST_HITS) {
    return similarities.map((each) => (best > 0 ? TRUST_IN_FEW * Math.max(0, each / best) : 0));
  }
  const deviations = measureChance(descending, Math.max(passageCount, descending.length));
  const odds = Math.min(1, EVEN_AT / passageCount);
  return similarities.map((each) => {
    const deviation = deviations(each);
    if (deviation <= 0) return 0;
    const likelier = SEPARATION * deviation - SEPARATION ** 2 / 2;
    return (
      Math.min(CERTAIN, Math.log1p(odds * Math.exp(Math.min(likelier, 2 * CERTAIN)))) / CERTAIN
    );
  });
}

/** In standard deviations above the mean, by the quartiles of the hits and their ranks among all. */
function measureChance(descending: readonly number[], passageCount: number) {
  const upper = Math.floor(descending.length / 4);
  const lower = Math.floor((descending.length * 3) / 4);
  const quantile = (rank: number) => normalQuantile(1 - (rank + 0.5) / passageCount);
  const spread = descending[upper]! - descending[lower]!;
  const scale = spread / (quantile(upper) - quantile(lower)) || Number.EPSILON;
  return (similarity: number) => (similarity - descending[upper]!) / scale + quantile(upper);
}
