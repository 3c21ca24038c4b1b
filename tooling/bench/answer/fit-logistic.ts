import { ascend, dot } from "./ascend.ts";

export interface Labelled {
  features: number[];
  isPositive: boolean;
  weight: number;
}

const DECAY = 1e-3;

/** Logistic regression with both classes weighing the same; the bias comes first and does not decay. */
export function fitLogistic(examples: readonly Labelled[]): number[] {
  const totals = { positive: total(examples, true), negative: total(examples, false) };
  return ascend(1 + (examples[0]?.features.length ?? 0), (weights) => {
    const slope = weights.map((weight, index) => (index === 0 ? 0 : -DECAY * weight));
    for (const { features, isPositive, weight } of examples) {
      const all = [1, ...features];
      const chance = 1 / (1 + Math.exp(-dot(weights, all)));
      const share = weight / (2 * (isPositive ? totals.positive : totals.negative));
      const pull = share * ((isPositive ? 1 : 0) - chance);
      for (const [at, feature] of all.entries()) slope[at]! += pull * feature;
    }
    return slope;
  });
}

function total(examples: readonly Labelled[], isPositive: boolean): number {
  return examples.reduce(
    (sum, each) => sum + (each.isPositive === isPositive ? each.weight : 0),
    0,
  );
}
