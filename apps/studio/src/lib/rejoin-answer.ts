import type { AnswerEvent } from "@understudy/core/conversation/contract";
import { readAnswer } from "./read-answer.ts";

/** An answer that was asked for elsewhere, from its first event on. */
export async function* rejoinAnswer(
  messageId: string,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent> {
  const headers = { accept: "text/event-stream" };
  yield* readAnswer(await fetch(`/api/messages/${messageId}/events`, { headers, signal }));
}
