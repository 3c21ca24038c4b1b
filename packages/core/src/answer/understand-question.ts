import type { Context } from "../kernel/context.ts";
import { findVerified } from "../verified-answer/find-verified.ts";
import { makeStandalone } from "./make-standalone.ts";
import type { Question } from "./question.ts";
import type { Understood } from "./trace.ts";

/** The question on its own, and the verified answer that fits it or is nearest to it. */
export async function understandQuestion(ctx: Context, asked: Question): Promise<Understood> {
  const startedMs = performance.now();
  const { question: standalone, usage } = await makeStandalone(ctx, asked);
  const understandMs = performance.now() - startedMs;
  const verified = await findVerified(ctx, { twin: asked.twin, question: standalone });
  const verifiedMs = performance.now() - startedMs - understandMs;
  const timingsMs = { understand: understandMs, verified: verifiedMs };
  return { question: asked.question, standalone, understanding: usage, verified, timingsMs };
}
