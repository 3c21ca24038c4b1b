import { carryTerms } from "@understudy/rag/write/carry-terms";
import { rewriteQuestion } from "@understudy/rag/write/rewrite-question";
import type { Context } from "../kernel/context.ts";
import type { Question } from "./question.ts";
import { newNonce } from "./write-with-model.ts";

/** A follow-up as it would be asked without the conversation; by the model, or by carrying terms over. */
export async function makeStandalone(
  ctx: Context,
  { question, history }: Pick<Question, "question" | "history">,
): Promise<string> {
  if (history.length === 0) return question;
  const { chat: model } = ctx.ports;
  if (model) {
    const { signal, correlationId } = ctx;
    const input = { model, question, history, nonce: newNonce() };
    const rewritten = await rewriteQuestion(input, { signal, correlationId });
    if (rewritten !== question) return rewritten;
  }
  const earlier = history.filter(({ role }) => role === "visitor").map(({ text }) => text);
  return carryTerms({ question, earlier });
}
