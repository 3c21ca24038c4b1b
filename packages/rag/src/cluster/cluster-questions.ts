import { setImmediate } from "node:timers/promises";
import { Grouping } from "./grouping.ts";
import { locateQuestions } from "./question-space.ts";

export interface AskedQuestion {
  id: string;
  text: string;
  /** What a model makes of it; null without one. */
  vector?: Float32Array | null;
  /** The cluster that it is in, and stays in; null: it looks for one. */
  clusterId: string | null;
}

export interface QuestionCluster {
  /** As it was called before; null: it is new. */
  id: string | null;
  memberIds: string[];
  /** The member that is most like all of them: what the cluster is called. */
  typicalId: string;
  /** Clusters that turned out to ask the same, and are in this one now. */
  mergedIds: string[];
}

export interface ClusterSettings {
  /** Clusters that may be joined but are never merged: what was decided of one holds for it alone. */
  kept?: ReadonlySet<string>;
  /** The mean likeness of two members from which on being together is worth it. */
  leastAlike?: number;
}

const LEAST_ALIKE = 0.14;
const PASSES = 8;
const SETTLED_SHARE = 0.01;
const AT_ONCE = 200;

/**
 * Groups questions that ask the same: the sum of (likeness − least likeness) over all pairs within a
 * cluster is made large by moving one question at a time, then whole clusters, as the Louvain method does
 * under a constant Potts model (Traag, Van Dooren, Nesterov 2011): how many there are does not decide
 * how wide a cluster is. Others get their turn meanwhile.
 */
export async function clusterQuestions(
  questions: readonly AskedQuestion[],
  { kept = new Set(), leastAlike = LEAST_ALIKE }: ClusterSettings = {},
): Promise<QuestionCluster[]> {
  const clusterIds = questions.map(({ clusterId }) => clusterId);
  const grouping = new Grouping({ located: locateQuestions(questions), clusterIds, leastAlike });
  await moveAll(grouping);
  if (grouping.merge(kept) > 0) await moveAll(grouping);
  const idOf = (at: number) => questions[at]!.id;
  return [...grouping.members()].map(([cluster, members]) => ({
    id: grouping.idOf(cluster),
    memberIds: members.map(idOf),
    typicalId: idOf(grouping.typicalOf(cluster, members)),
    mergedIds: grouping.mergedInto(cluster),
  }));
}

async function moveAll(grouping: Grouping): Promise<void> {
  const { fresh } = grouping;
  for (let pass = 0; pass < PASSES; pass++) {
    let moved = 0;
    for (const [count, at] of fresh.entries()) {
      if (grouping.move(at)) moved += 1;
      if (count % AT_ONCE === AT_ONCE - 1) await setImmediate();
    }
    if (moved <= fresh.length * SETTLED_SHARE) return;
  }
}
