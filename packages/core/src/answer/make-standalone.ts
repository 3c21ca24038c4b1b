import { carryTerms } from "@understudy/rag/write/carry-terms";
import { type Rewritten, rewriteQuestion } from "@understudy/rag/write/rewrite-question";
import type { Context } from "../kernel/context.ts";
import type { Question } from "./question.ts";
import { newNonce } from "./write-with-model.ts";

/** A follow-up as it would be asked without the conversation; by the model, or by carrying terms over. */
export async function makeStandalone(
  ctx: Context,
  { question, history }: Pick<Question, "question" | "history">,
): Promise<Rewritten> {
  const rewritten = await rewrite(ctx, { question, history });
  if (history.length === 0 || rewritten.question !== question) return rewritten;
  const earlier = history.filter(({ role }) => role === "visitor").map(({ text }) => text);
  return { ...rewritten, question: carryTerms({ question, earlier }) };
}

async function rewrite(
  { ports: { chat: model }, signal, correlationId }: Context,
  asked: Pick<Question, "question" | "history">,
): Promise<Rewritten> {
  if (!model || asked.history.length === 0) return { question: asked.question, usage: null };
  return rewriteQuestion({ ...asked, model, nonce: newNonce() }, { signal, correlationId });
}
