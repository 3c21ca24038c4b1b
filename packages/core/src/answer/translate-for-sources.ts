import { listForeign } from "@understudy/rag/language/list-languages";
import { type Translated, translateQuestion } from "@understudy/rag/write/translate-question";
import type { Context } from "../kernel/context.ts";
import { currentKnowledge } from "../knowledge/current-knowledge.ts";
import type { Question } from "./question.ts";
import { newNonce } from "./write-with-model.ts";

/** A question in those languages of the twin's sources that it is not asked in; nothing without a model. */
export async function translateForSources(
  ctx: Context,
  { twin, within }: Pick<Question, "twin" | "within">,
  question: string,
): Promise<Translated> {
  const { signal, correlationId, ports } = ctx;
  if (!ports.chat) return { questions: [], usage: null };
  const { id: twinId, contentRevision } = twin;
  const { index } = within ?? (await currentKnowledge(ctx, { twinId, contentRevision }));
  const languages = listForeign(index, question);
  const asked = { model: ports.chat, question, languages, nonce: newNonce() };
  return translateQuestion(asked, { signal, correlationId });
}
