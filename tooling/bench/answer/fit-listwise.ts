import { ascend, dot } from "./ascend.ts";

/** The sentences of one question; `isRight` for those that hold the answer. */
export interface RankedList {
  features: number[][];
  isRight: boolean[];
}

const DECAY = 1e-3;

/** Weights under which the right ones get most of the softmax of their list (Cao et al. 2007, ListNet). */
export function fitListwise(lists: readonly RankedList[]): number[] {
  const usable = lists.filter(({ isRight }) => isRight.includes(true));
  const size = usable[0]?.features[0]?.length ?? 0;
  return ascend(size, (weights) => {
    const slope = weights.map((weight) => -DECAY * weight);
    for (const list of usable) addSlope(slope, list, weights, 1 / usable.length);
    return slope;
  });
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
