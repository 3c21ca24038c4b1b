import { findTrace } from "@understudy/db/queries/messages";
import type { AnswerTrace } from "../answer/answer.ts";
import type { Context } from "../kernel/context.ts";

export interface AnswerUsage {
  inputTokens: number;
  outputTokens: number;
  /** Why the writer ended: `stop`, `length`, `filtered` …; null where no model wrote. */
  finish: string | null;
}

/** What an answer that has ended took; no tokens where no model wrote, or it did not say. */
export async function readAnswerUsage(ctx: Context, messageId: string): Promise<AnswerUsage> {
  const trace = await ctx.transaction((tx) => findTrace(tx, messageId));
  const { tokens = null, finish = null } = (trace ?? {}) as Partial<AnswerTrace>;
  return { inputTokens: tokens?.input ?? 0, outputTokens: tokens?.output ?? 0, finish };
}
