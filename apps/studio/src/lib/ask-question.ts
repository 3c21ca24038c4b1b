import type { AnswerEvent } from "@understudy/core/conversation/contract";
import { readAnswer } from "./read-answer.ts";

export interface Question {
  conversationId: string;
  message: string;
  /** The same key asks once, however often it is sent. */
  idempotencyKey: string;
  signal: AbortSignal;
}

/** Asks, and yields the answer's events as they come; throws RequestFailed when it is refused. */
export async function* askQuestion({
  conversationId,
  message,
  idempotencyKey,
  signal,
}: Question): AsyncGenerator<AnswerEvent> {
  const response = await fetch("/api/messages", {
    method: "POST",
    headers: {
      accept: "text/event-stream",
      "content-type": "application/json",
      "idempotency-key": idempotencyKey,
    },
    body: JSON.stringify({ conversationId, message }),
    signal,
  });
  yield* readAnswer(response);
}
