/** Half the width of the 95 % confidence interval of the mean of paired differences; 0 for fewer than two. */
export function confidence(differences: readonly number[]): number {
  const count = differences.length;
  if (count < 2) return 0;
  const mean = differences.reduce((sum, each) => sum + each, 0) / count;
  const variance = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (count - 1);
  return 1.96 * Math.sqrt(variance / count);
}
