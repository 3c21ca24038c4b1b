import { clusterQuestions } from "@understudy/rag/cluster/cluster-questions";
import type { LabelledQuestion } from "./read-labelled.ts";

/** All at once. Gives the cluster of each. */
export function groupByMeaning(questions: readonly LabelledQuestion[]): Promise<string[]> {
  return groupInBatches(questions, questions.length);
}

/** As an inbox does: so many new ones at a time beside those that are grouped already. */
export async function groupInBatches(
  questions: readonly LabelledQuestion[],
  batchSize: number,
): Promise<string[]> {
  const clusterOf: (string | null)[] = questions.map(() => null);
  for (let first = 0; first < questions.length; first += batchSize) {
    const seen = questions.slice(0, first + batchSize);
    const clusters = await clusterQuestions(
      seen.map(({ text }, at) => ({ id: String(at), text, clusterId: clusterOf[at]! })),
    );
    for (const [number, { id, memberIds }] of clusters.entries()) {
      for (const at of memberIds) clusterOf[Number(at)] = id ?? `${first}-${number}`;
    }
  }
  return clusterOf.map((cluster) => cluster!);
}
