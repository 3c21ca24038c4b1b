import { findRefused, judgeQuestion } from "@understudy/rag/policy/judge-question";
import type { Context } from "../kernel/context.ts";
import { currentPolicies } from "../policy/current-policies.ts";
import { type Governed, govern, noteRefusal } from "../policy/governed.ts";
import { findVerified, NO_VERIFIED } from "../verified-answer/find-verified.ts";
import { makeStandalone } from "./make-standalone.ts";
import type { Question } from "./question.ts";
import type { Understood } from "./trace.ts";

/**
 * The question on its own, whether it may be answered, and the verified answer that fits it or is
 * nearest to it. What is refused as it was asked costs nothing.
 */
export async function understandQuestion(ctx: Context, asked: Question): Promise<Understood> {
  const { question } = asked;
  const startedMs = performance.now();
  const governed = govern(await currentPolicies(asked.twin));
  const atOnce = noteRefusal(governed, findRefused(governed.policies, [question]));
  const rewritten = atOnce ? { question, usage: null } : await makeStandalone(ctx, asked);
  const { question: standalone, usage } = rewritten;
  const refusal = atOnce ?? judge(governed, [question, standalone]);
  const understandMs = performance.now() - startedMs;
  const verified = refusal
    ? NO_VERIFIED
    : await findVerified(ctx, { twin: asked.twin, question: standalone });
  const verifiedMs = performance.now() - startedMs - understandMs;
  const timingsMs = { understand: understandMs, verified: verifiedMs };
  return {
    question,
    standalone,
    understanding: usage,
    governed,
    refusal,
    verified,
    timingsMs,
  };
}

function judge(governed: Governed, wordings: readonly string[]) {
  return noteRefusal(governed, judgeQuestion(governed.policies, wordings));
}
