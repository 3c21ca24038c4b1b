import {
  hasUnplaced,
  listRecentQuestions,
  markPlaced,
  type RecentQuestion,
} from "@understudy/db/queries/question-members";
import { clusterQuestions } from "@understudy/rag/cluster/cluster-questions";
import { matchQuestion } from "@understudy/rag/verified/match-question";
import { createPhrasingBank } from "@understudy/rag/verified/phrasing-bank";
import { defineJob, type JobContext } from "../kernel/job.ts";
import { embedPhrasings } from "../verified-answer/embed-phrasings.ts";
import { joinClusters } from "./join-clusters.ts";
import { placing, planPlacing } from "./plan-placing.ts";

/** So many askings are looked at; what was asked longer ago stays as it is grouped. */
const MOST_ASKINGS = 4_000;
const EMBEDDED_AT_ONCE = 200;

/**
 * Puts new questions beside the others. What asks the same as one that is answered or set aside, by the
 * check that verified answers pass, counts there; the rest is grouped by meaning. Done twice it does nothing.
 */
export const placeQuestions = defineJob({
  ...placing,
  run: async (ctx, { twinId }) => {
    const page = { twinId, limit: MOST_ASKINGS };
    const recent = await ctx.transaction((tx) => listRecentQuestions(tx, page));
    const unplaced = recent.filter(({ isUnplaced }) => isUnplaced);
    if (unplaced.length === 0) return;
    const again = await joinSettled(ctx, recent);
    const open = recent.filter(
      ({ status, questionKey }) => status === "open" && !again.has(questionKey),
    );
    const merged = await groupOpen(ctx, twinId, open);
    const questionKeys = unplaced.map(({ questionKey }) => questionKey);
    await ctx.fenced(async (tx) => {
      await markPlaced(tx, { twinId, questionKeys });
      if (await hasUnplaced(tx, twinId)) await planPlacing(tx, twinId);
    });
    await ctx.conclude({ questions: unplaced.length, askedAgain: again.size, merged });
  },
  gaveUp: async () => {},
});

/** Gives the keys of those that were asked before and decided on. */
async function joinSettled(
  ctx: JobContext,
  recent: readonly RecentQuestion[],
): Promise<ReadonlySet<string>> {
  const settled = Map.groupBy(
    recent.filter(({ status, isUnplaced }) => status !== "open" && !isUnplaced),
    ({ clusterId }) => clusterId,
  );
  const bank = await createPhrasingBank(
    Array.from(settled, ([id, ways]) => ({
      id,
      phrasings: ways.map(({ question: text }) => ({ text })),
    })),
  );
  const joined = new Set<string>();
  for (const { isUnplaced, status, ...asked } of recent) {
    if (!isUnplaced || status !== "open") continue;
    const [same] = matchQuestion(bank, asked.question);
    if (same?.because !== null) continue;
    await joinClusters(ctx, { intoId: same.entryId, fromIds: [asked.clusterId] });
    joined.add(asked.questionKey);
  }
  return joined;
}

/** Gives how many clusters went into others. */
async function groupOpen(
  ctx: JobContext,
  twinId: string,
  open: readonly RecentQuestion[],
): Promise<number> {
  const texts = open.map(({ question }) => question);
  const vectorOf = await embedPhrasings(ctx, texts, { twinId, atMost: EMBEDDED_AT_ONCE });
  const byKey = new Map(open.map((asked) => [asked.questionKey, asked]));
  const clusters = await clusterQuestions(
    open.map(({ questionKey: id, question: text, clusterId, isUnplaced }) => ({
      id,
      text,
      vector: vectorOf(text),
      clusterId: isUnplaced ? null : clusterId,
    })),
  );
  let merged = 0;
  for (const { id, memberIds, typicalId, mergedIds } of clusters) {
    const own = memberIds.map((key) => byKey.get(key)!.clusterId);
    const intoId = id ?? own[0]!;
    const fromIds = [...new Set([...own, ...mergedIds])].filter((other) => other !== intoId);
    if (fromIds.length === 0) continue;
    const title = byKey.get(typicalId)!.question;
    merged += await joinClusters(ctx, { intoId, fromIds, title });
  }
  return merged;
}
