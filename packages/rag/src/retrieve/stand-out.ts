/** With fewer, chance and meaning look alike. */
const LEAST_HITS = 10;
/** Of a hit among too few to tell, as the share of the best. */
const TRUST_IN_FEW = 0.35;
/** In spreads beyond the best that chance would give: from there on a hit counts in full. */
const REACH = 4;

/**
 * How far each similarity stands out of those beside it, 0 to 1. The upper half of what an arm that
 * knows nothing finds falls off about exponentially, so that the best of m lies some ln(m) spreads
 * above the median (Gumbel 1958, "Statistics of Extremes"): up there it counts little, beyond much.
 */
export function standOut(similarities: readonly number[]): number[] {
  const descending = [...similarities].sort((a, b) => b - a);
  const best = descending[0] ?? 0;
  if (descending.length < LEAST_HITS) {
    return similarities.map((each) => (best > 0 ? TRUST_IN_FEW * Math.max(0, each / best) : 0));
  }
  const half = Math.floor(descending.length / 2);
  const median = descending[half]!;
  const spread = (descending[Math.floor(half / 2)]! - median) / Math.LN2 || Number.EPSILON;
  const full = spread * (Math.log(half) + REACH);
  return similarities.map((each) => Math.min(1, Math.max(0, each - median) / full) ** 2);
}
