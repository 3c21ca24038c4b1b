import { settleClarificationsIn } from "@understudy/db/queries/clarifications";
import {
  type ClusterRow,
  claimCluster,
  saveClusterAnswer,
} from "@understudy/db/queries/question-clusters";
import { listWays } from "@understudy/db/queries/question-members";
import type { TenantTx } from "@understudy/db/scope";
import type { z } from "zod";
import { openTo } from "../access-group/visibility.ts";
import { withBelief } from "../belief/create-belief.ts";
import { short } from "../belief/short-statement.ts";
import type { Context } from "../kernel/context.ts";
import { useCase } from "../kernel/use-case.ts";
import { MAX_PHRASINGS } from "../verified-answer/contract.ts";
import { asQuestionTaken } from "../verified-answer/create-verified-answer.ts";
import { type ChosenPhrasings, choosePhrasings } from "./choose-phrasings.ts";
import { Answered, AnswerInput } from "./contract.ts";
import { readDetail } from "./get-question.ts";
import { leaveOpen } from "./leave-open.ts";
import { alreadySettled, requireCluster } from "./require-cluster.ts";
import { settlerOf } from "./settler-of.ts";
import { teachAnswer } from "./teach-answer.ts";
import { tellAskers } from "./tell-askers.ts";

const MOST_WAYS = 500;

type Wanted = z.output<typeof AnswerInput>;

/**
 * Answers a question once for all who ask it: it is a verified answer or a belief from then on, guarded by a
 * quality test, and told to those who agreed to hear. What it does not serve stays open. All of it or nothing; of two people who answer at
 * once, the second is told of the first.
 */
export const answerCluster = useCase({
  permission: "clarification.write",
  input: AnswerInput,
  output: Answered,
  run: async (ctx, wanted) => {
    if (wanted.as === "belief") return answerByBelief(ctx, wanted);
    try {
      return await ctx.transaction((tx) => answerByVerified(ctx, tx, wanted));
    } catch (error) {
      throw asQuestionTaken(error);
    }
  },
});

async function answerByVerified(ctx: Context, tx: TenantTx, wanted: Wanted) {
  const cluster = await claim(ctx, tx, wanted.clusterId);
  const ways = await listWays(tx, cluster.id, MOST_WAYS);
  const question = wanted.question ?? cluster.title;
  const asked = ways.map((way) => way.question);
  const chosen = choosePhrasings(question, { named: wanted.phrasings, asked });
  await leaveOpen(tx, cluster, { question, ways, taken: chosen.taken });
  const { answer, accessGroupIds } = wanted;
  const lesson = { question, answer, phrasings: chosen.taken.slice(0, MAX_PHRASINGS) };
  const { taught, testId } = await teachAnswer(ctx, tx, cluster, lesson);
  if (accessGroupIds || cluster.verifiedQnaId) {
    await openTo(ctx, tx, { kind: "verifiedAnswer", id: taught.id }, accessGroupIds);
  }
  const verified = { verifiedQnaId: taught.id, verifiedVersion: taught.version };
  await saveClusterAnswer(tx, cluster.id, { ...verified, qualityTestId: testId });
  const { verifiedQnaId } = verified;
  await settleClarificationsIn(tx, cluster.id, { status: "answered", verifiedQnaId });
  return conclude(ctx, tx, { cluster, wanted, chosen });
}

/** Nothing is given word for word: whoever asks next hears what rests on it. */
function answerByBelief(ctx: Context, wanted: Wanted) {
  const { answer, clusterId, accessGroupIds } = wanted;
  return ctx
    .transaction((tx) => requireCluster(tx, clusterId))
    .then(({ twinId }) => {
      const belief = { twinId, statement: short(answer), scope: null };
      return withBelief(ctx, belief, async (tx, { id: beliefId }) => {
        const cluster = await claim(ctx, tx, clusterId);
        if (accessGroupIds) await openTo(ctx, tx, { kind: "source", id: beliefId }, accessGroupIds);
        await saveClusterAnswer(tx, cluster.id, { beliefId });
        await settleClarificationsIn(tx, cluster.id, { status: "answered", beliefId });
        const untold = { ...wanted, tellAskers: false };
        return conclude(ctx, tx, { cluster, wanted: untold, chosen: { taken: [], leftOut: [] } });
      });
    });
}

async function claim(ctx: Context, tx: TenantTx, wantedId: string): Promise<ClusterRow> {
  const { id: clusterId } = await requireCluster(tx, wantedId);
  const row = await claimCluster(tx, { clusterId, status: "answered", ...settlerOf(ctx) });
  if (!row) throw alreadySettled(await requireCluster(tx, clusterId));
  return row;
}

interface Concluding {
  cluster: ClusterRow;
  wanted: Wanted;
  chosen: ChosenPhrasings;
}

async function conclude(ctx: Context, tx: TenantTx, { cluster, wanted, chosen }: Concluding) {
  const { accessGroupIds: groupIds, as } = wanted;
  const telling = wanted.tellAskers ? await tellAskers(ctx, tx, cluster, groupIds) : 0;
  const subject = { subjectKind: "question", subjectId: cluster.id };
  const details = { as, phrasings: chosen.taken.length, telling };
  await ctx.audit(tx, { action: "question.answer", ...subject, details });
  const detail = await readDetail(ctx, tx, await requireCluster(tx, cluster.id));
  return { ...detail, telling, leftOut: chosen.leftOut };
}
