import { findRefused, judgeQuestion } from "@understudy/rag/policy/judge-question";
import type { Governing } from "../governance/find-governance.ts";
import type { Context } from "../kernel/context.ts";
import { currentPolicies } from "../policy/current-policies.ts";
import { govern, noteRefusal } from "../policy/governed.ts";
import { judgeByModel } from "../policy/judge-by-model.ts";
import { findVerified, NO_VERIFIED } from "../verified-answer/find-verified.ts";
import { makeStandalone } from "./make-standalone.ts";
import type { Question } from "./question.ts";
import { sumUsage } from "./sum-usage.ts";
import type { Understood } from "./trace.ts";
import { translateForSources } from "./translate-for-sources.ts";

/**
 * The question on its own and in the sources' languages, whether it may be answered, and the verified
 * answer that fits it or is nearest to it. What is refused as it was asked costs nothing.
 */
export async function understandQuestion(
  ctx: Context,
  asked: Question,
  governing: Governing,
): Promise<Understood> {
  const { question } = asked;
  const startedMs = performance.now();
  const policies = await currentPolicies(asked.twin, governing.policies);
  const governed = govern(policies, governing.rules);
  const atOnce = noteRefusal(governed, findRefused(governed.policies, [question]));
  const rewritten = atOnce ? { question, usage: null } : await makeStandalone(ctx, asked);
  const { question: standalone } = rewritten;
  const byWords = atOnce ?? judgeQuestion(governed.policies, [question, standalone]);
  const judged = await judgeByModel(ctx, governed, { question: standalone, byWords });
  const refusal = noteRefusal(governed, judged.refusal);
  const understandMs = performance.now() - startedMs;
  const verified = refusal
    ? NO_VERIFIED
    : await findVerified(ctx, { ...asked, question: standalone });
  const verifiedMs = performance.now() - startedMs - understandMs;
  const isSettled = refusal !== null || verified.answer !== null;
  const translated = isSettled ? NOT_TRANSLATED : await translateForSources(ctx, asked, standalone);
  const timingsMs = { understand: understandMs, verified: verifiedMs };
  return {
    question,
    standalone,
    translations: translated.questions,
    understanding: sumUsage([rewritten.usage, judged.usage, translated.usage]),
    governed,
    refusal,
    verified,
    timingsMs,
  };
}

const NOT_TRANSLATED = { questions: [], usage: null };
