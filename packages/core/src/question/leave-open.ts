import type { ClusterRow } from "@understudy/db/queries/question-clusters";
import { type listWays, splitCluster } from "@understudy/db/queries/question-members";
import type { TenantTx } from "@understudy/db/scope";
import { questionKey } from "../verified-answer/question-key.ts";

interface Answered {
  question: string;
  ways: Awaited<ReturnType<typeof listWays>>;
  taken: readonly string[];
}

/** What an answer does not serve is not answered by it: those questions stay open, as one of their own. */
export async function leaveOpen(
  tx: TenantTx,
  { id: clusterId, twinId, title }: ClusterRow,
  { question, ways, taken }: Answered,
): Promise<void> {
  const served = new Set([title, question, ...taken].map(questionKey));
  const [first, ...others] = ways.filter((way) => !served.has(way.questionKey));
  if (!first) return;
  const questionKeys = [first, ...others].map((way) => way.questionKey);
  await splitCluster(tx, { clusterId, twinId, questionKeys, title: first.question });
}
