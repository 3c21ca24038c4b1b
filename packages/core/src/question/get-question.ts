import type { ClusterRow } from "@understudy/db/queries/question-clusters";
import { listMembers, listWays } from "@understudy/db/queries/question-members";
import { findVerifiedAnswer } from "@understudy/db/queries/verified-answers";
import { countNotices, countTellable } from "@understudy/db/queries/visitor-notices";
import type { TenantTx } from "@understudy/db/scope";
import { isOpposite, judgePhrasing } from "@understudy/rag/verified/judge-phrasing";
import type { Context } from "../kernel/context.ts";
import { useCase } from "../kernel/use-case.ts";
import { MAX_PHRASINGS } from "../verified-answer/contract.ts";
import { questionKey } from "../verified-answer/question-key.ts";
import { ClusterRef, QuestionClusterDetail } from "./contract.ts";
import { readAsked, readClusters } from "./read-clusters.ts";
import { requireCluster } from "./require-cluster.ts";

const SHOWN_AT_ONCE = 20;

/** One of them, with all that is needed to answer it. */
export const getQuestion = useCase({
  permission: "clarification.read",
  input: ClusterRef,
  output: QuestionClusterDetail,
  run: (ctx, { clusterId }) =>
    ctx.transaction(async (tx) => readDetail(ctx, tx, await requireCluster(tx, clusterId))),
});

export async function readDetail(
  ctx: Context,
  tx: TenantTx,
  row: ClusterRow,
): Promise<QuestionClusterDetail> {
  const clusterId = row.id;
  const [[cluster], ways, asked, answered, told] = await Promise.all([
    readClusters(tx, [row]),
    listWays(tx, clusterId, MAX_PHRASINGS),
    listMembers(tx, { clusterId, after: null, limit: SHOWN_AT_ONCE }),
    row.verifiedQnaId ? findVerifiedAnswer(tx, row.verifiedQnaId) : undefined,
    countNotices(tx, clusterId),
  ]);
  const tellable = ctx.ports.mail ? await countTellable(tx, { clusterId, groupIds: null }) : null;
  return {
    ...cluster!,
    ways: ways
      .filter((way) => way.questionKey !== questionKey(row.title))
      .map(({ question, people }) => {
        const because = judgePhrasing(row.title, question);
        return { question, people, because, isOpposite: isOpposite(because) };
      }),
    asked: asked.map(readAsked),
    answer: answered?.answer ?? null,
    tellable,
    told,
  };
}
