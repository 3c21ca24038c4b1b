import type { Context } from "../kernel/context.ts";
import { composeQuotation } from "./compose-quotation.ts";
import type { Answer } from "./answer.ts";
import { findPassages } from "../knowledge/find-passages.ts";
import type { TwinRow } from "@understudy/db/queries/twins";

const PASSAGES_READ = 8;

/** retrieve → compose → check: what the twin's sources say to a question, or its no-answer message. */
export async function answerQuestion(
  ctx: Context,
  { twin, question }: { twin: TwinRow; question: string },
): Promise<Answer> {
  const found = await findPassages(ctx, { twinId: twin.id, query: question, limit: PASSAGES_READ });
  return composeQuotation({ twin, question, found });
}
