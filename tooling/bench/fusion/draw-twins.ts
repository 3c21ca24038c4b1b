import { DENSE_SHARES } from "@understudy/rag/rerank/dense-share";
import { fitShare, type ScoresByShare } from "@understudy/rag/rerank/fit-share";
import { createRandom } from "../answer/random.ts";

/** Twins with other questions known, of which chance shares out the picked share. */
const DRAWS = 40;

/**
 * What each question scores under the share that the product picks on `known` others, drawn by chance:
 * the mean over all draws that left it out.
 */
export function scoreFitted(questions: readonly ScoresByShare[], known: number): number[] {
  const random = createRandom(7);
  const sums = questions.map(() => ({ score: 0, times: 0 }));
  for (let draw = 0; draw < DRAWS; draw++) {
    const order = shuffle(questions.length, random);
    const { share } = fitShare(order.slice(0, known).map((i) => questions[i]!));
    const at = DENSE_SHARES.indexOf(share);
    for (const i of order.slice(known)) {
      sums[i]!.score += questions[i]![at]!;
      sums[i]!.times++;
    }
  }
  return sums.map(({ score, times }) => score / times);
}

/** Fisher and Yates. */
function shuffle(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
}
