const STEPS = 300;
const STEP_SIZE = 0.5;

/** Climbs to the maximum of a concave function by AdaGrad (Duchi et al. 2011), no weight below `least`. */
export function ascend(
  size: number,
  gradient: (weights: readonly number[]) => number[],
  least = Number.NEGATIVE_INFINITY,
): number[] {
  const weights = new Array<number>(size).fill(0);
  const squares = new Array<number>(size).fill(1e-8);
  for (let round = 0; round < STEPS; round++) {
    for (const [index, slope] of gradient(weights).entries()) {
      squares[index]! += slope * slope;
      const step = (STEP_SIZE * slope) / Math.sqrt(squares[index]!);
      weights[index] = Math.max(least, weights[index]! + step);
    }
  }
  return weights;
}

export function dot(weights: readonly number[], features: readonly number[]): number {
  return features.reduce((sum, feature, index) => sum + feature * weights[index]!, 0);
}
