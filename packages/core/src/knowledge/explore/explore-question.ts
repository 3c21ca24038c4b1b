import { findMatches } from "@understudy/rag/retrieve/find-matches";
import type { DroppedCandidate } from "@understudy/rag/retrieve/retrieval";
import { matchQuestion } from "@understudy/rag/verified/match-question";
import type { z } from "zod";
import type { Question } from "../../answer/question.ts";
import { understandQuestion } from "../../answer/understand-question.ts";
import { withBudget } from "../../budget/meter-chat.ts";
import { findGovernance } from "../../governance/find-governance.ts";
import type { Context } from "../../kernel/context.ts";
import { useCase } from "../../kernel/use-case.ts";
import { currentBank } from "../../verified-answer/current-bank.ts";
import type { VerifiedTrace } from "../../verified-answer/verified-trace.ts";
import { findAcross } from "../find-across.ts";
import type { LivePassage } from "../find-passages.ts";
import { type DroppedPassage, Exploration, ExploreInput } from "./contract.ts";
import { rehearse, standardSettings } from "./rehearse.ts";

/**
 * All that answering learns of a question: how it is understood, which verified answer is near, what
 * every stage made of each candidate, and how long that took. Nothing of it is kept.
 */
export const exploreQuestion = useCase({
  permission: "knowledge.read",
  input: ExploreInput,
  output: Exploration,
  run: async (ctx, input) => {
    const { asked, settings } = await rehearse(ctx, input);
    const governed = { tenantId: ctx.actor.tenantId, twinId: input.twinId };
    const governing = await ctx.transaction((tx) => findGovernance(tx, governed));
    const metered = withBudget(ctx, input.twinId);
    const understood = await understandQuestion(metered, asked, governing);
    const { standalone, translations } = understood;
    const { id: twinId, contentRevision } = asked.twin;
    const { reach } = asked;
    const request = { twinId, contentRevision, query: standalone, reach, ...asked.retrieval };
    const found = await findAcross(ctx, { ...request, translations });
    const { answer, nearest } = understood.verified;
    return {
      standalone,
      translations,
      verified: { answer, nearest, others: await listOthers(ctx, { asked, standalone, nearest }) },
      passages: found.passages.map((passage) => ({
        ...passage,
        matches: findMatches(standalone, passage.text),
      })),
      dropped: found.dropped.map((candidate) => readDropped(candidate, standalone)),
      settings,
      standard: standardSettings(ctx),
      hasDense: found.timingsMs.dense !== undefined,
      timingsMs: { ...understood.timingsMs, ...found.timingsMs },
    };
  },
});

interface Near {
  asked: Question;
  standalone: string;
  nearest: VerifiedTrace | null;
}

/** Verified answers that the question is like as well. */
async function listOthers(ctx: Context, { asked: { twin, reach }, standalone, nearest }: Near) {
  if (twin.verifiedRevision === 0n) return [];
  return matchQuestion(await currentBank(ctx, twin, reach), standalone)
    .filter(({ entryId }) => entryId !== nearest?.verifiedAnswerId)
    .map(({ entryId, phrasing, score, because }) => ({
      verifiedAnswerId: entryId,
      phrasing,
      score,
      because,
    }));
}

function readDropped(
  { droppedBecause, scores, passage }: DroppedCandidate<LivePassage>,
  query: string,
): z.input<typeof DroppedPassage> {
  return {
    because: droppedBecause,
    scores,
    passage: passage && {
      chunkId: passage.id,
      sourceId: passage.sourceId,
      sourceTitle: passage.sourceTitle,
      ...(passage.sourceUrl && { sourceUrl: passage.sourceUrl }),
      text: passage.text,
      locator: passage.locator,
      ...(passage.corrected && { corrected: true }),
      ...(passage.isPinned && { pinned: true }),
      matches: findMatches(query, passage.text),
    },
  };
}
