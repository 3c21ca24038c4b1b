import type { AnswerEvent } from "@understudy/core/conversation/contract";
import { busyPauseMs } from "./busy-pause.ts";
import { readAnswer } from "./read-answer.ts";

const MOST_PAUSES = 12;

export interface Question {
  conversationId: string;
  message: string;
  /** The same key asks once, however often it is sent. */
  idempotencyKey: string;
  signal: AbortSignal;
  /** The server has too much to do; it is asked again when it said. */
  onBusy?: () => void;
}

/** Asks, and yields the answer's events as they come; throws RequestFailed when it is refused. */
export async function* askQuestion({
  onBusy,
  pause = wait,
  ...question
}: Question & {
  pause?: (ms: number, signal: AbortSignal) => Promise<void>;
}): AsyncGenerator<AnswerEvent> {
  for (let pauses = 0; ; pauses += 1) {
    try {
      yield* readAnswer(await send(question));
      return;
    } catch (error) {
      const ms = busyPauseMs(error);
      if (ms === null || pauses === MOST_PAUSES) throw error;
      onBusy?.();
      await pause(ms, question.signal);
    }
  }
}

function send({ conversationId, message, idempotencyKey, signal }: Question): Promise<Response> {
  return fetch("/api/messages", {
    method: "POST",
    headers: {
      accept: "text/event-stream",
      "content-type": "application/json",
      "idempotency-key": idempotencyKey,
    },
    body: JSON.stringify({ conversationId, message }),
    signal,
  });
}

/** Rejects when it is over before its time. */
function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
