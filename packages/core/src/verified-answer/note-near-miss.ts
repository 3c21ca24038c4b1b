import { recordNearMiss } from "@understudy/db/queries/near-misses";
import type { Context } from "../kernel/context.ts";
import { MAX_QUESTION_CHARACTERS } from "./contract.ts";
import type { VerifiedTrace } from "./verified-trace.ts";

const KEPT_PER_TWIN = 500;

/** Keeps a question that a verified answer was like and did not answer, for its owner to look at. Breaks no answer. */
export async function noteNearMiss(
  ctx: Context,
  { twinId, question, nearest }: { twinId: string; question: string; nearest: VerifiedTrace },
): Promise<void> {
  const { verifiedAnswerId: verifiedQnaId, phrasing, score, because } = nearest;
  if (because === null || because === "removed") return;
  const cut = question.slice(0, MAX_QUESTION_CHARACTERS);
  const miss = { twinId, verifiedQnaId, question: cut, phrasing, score, because };
  try {
    await ctx.transaction((tx) => recordNearMiss(tx, miss, { kept: KEPT_PER_TWIN }));
  } catch (error) {
    ctx.log.warn({ err: error, verifiedAnswerId: verifiedQnaId }, "a near miss was not kept");
  }
}
