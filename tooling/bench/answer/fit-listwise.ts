import { ascend, dot } from "./ascend.ts";

/** The sentences, or passages, of one question; `isRight` for those that hold the answer. */
export interface RankedList {
  features: number[][];
  isRight: boolean[];
  /** How much it counts beside the others; 1 where it is not said. */
  weight?: number;
}

interface Fitting {
  /** No weight goes below. */
  least?: number;
}

const DECAY = 1e-3;

/** Weights under which the right ones get most of the softmax of their list (Cao et al. 2007, ListNet). */
export function fitListwise(lists: readonly RankedList[], { least }: Fitting = {}): number[] {
  const usable = lists.filter(({ isRight }) => isRight.includes(true));
  const size = usable[0]?.features[0]?.length ?? 0;
  const whole = usable.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const gradient = (weights: readonly number[]) => {
    const slope = weights.map((weight) => -DECAY * weight);
    for (const list of usable) addSlope(slope, list, weights, (list.weight ?? 1) / whole);
    return slope;
  };
  return ascend(size, gradient, least);
}

function addSlope(
  slope: number[],
  { features, isRight }: RankedList,
  weights: readonly number[],
  share: number,
) {
  const scores = features.map((each) => dot(weights, each));
  const highest = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - highest));
  const all = odds.reduce((sum, each) => sum + each, 0);
  const right = odds.reduce((sum, each, index) => sum + (isRight[index] ? each : 0), 0);
  for (const [index, each] of features.entries()) {
    const pull = (isRight[index] ? odds[index]! / right : 0) - odds[index]! / all;
    for (const [at, feature] of each.entries()) slope[at]! += share * pull * feature;
  }
}
