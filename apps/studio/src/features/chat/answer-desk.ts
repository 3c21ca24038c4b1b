import type { AnswerEvent } from "@understudy/core/conversation/contract";
import type { Question } from "#lib/ask-question.ts";
import { explainFailure } from "#lib/explain-failure.ts";
import {
  applyAnswerEvent,
  changeMessage,
  type Thread,
  type ThreadMessage,
  withQuestion,
} from "./thread.ts";

export interface AnswerDeskPorts {
  ask: (question: Question) => AsyncIterable<AnswerEvent>;
  change: (conversationId: string, change: <Held extends Thread>(thread: Held) => Held) => void;
  onEnd: (conversationId: string) => void;
}

/** Runs the answers of this page, wherever the person looks meanwhile; one at a time in a conversation. */
export function createAnswerDesk({ ask, change, onEnd }: AnswerDeskPorts) {
  const running = new Map<string, AbortController>();
  return {
    async ask(conversationId: string, text: string): Promise<void> {
      if (running.has(conversationId)) return;
      const stop = new AbortController();
      running.set(conversationId, stop);
      const questionId = crypto.randomUUID();
      let answerId: string = crypto.randomUUID();
      const at = new Date().toISOString();
      const changeAnswer = (next: (answer: ThreadMessage) => ThreadMessage) =>
        change(conversationId, (thread) => changeMessage(thread, answerId, next));
      change(conversationId, (thread) => withQuestion(thread, { questionId, answerId, text, at }));
      const question = {
        conversationId,
        message: text,
        idempotencyKey: questionId,
        signal: stop.signal,
      };
      try {
        let isOver = false;
        for await (const event of ask(question)) {
          changeAnswer((answer) => applyAnswerEvent(answer, event));
          answerId = event.messageId;
          isOver = event.type === "done" || event.type === "error";
        }
        if (!isOver) changeAnswer((answer) => asFailed(answer, { reason: "stream.lost" }));
      } catch (error) {
        changeAnswer((answer) =>
          stop.signal.aborted
            ? { ...answer, status: "stopped" }
            : asFailed(answer, explainFailure(error)),
        );
      } finally {
        running.delete(conversationId);
        onEnd(conversationId);
      }
    },
    stop(conversationId: string): void {
      running.get(conversationId)?.abort();
    },
    runs: (conversationId: string) => running.has(conversationId),
  };
}

function asFailed(
  answer: ThreadMessage,
  { reason, correlationId }: { reason?: string; correlationId?: string },
): ThreadMessage {
  return {
    ...answer,
    status: "failed",
    failure: { reason: reason ?? "unexpected" },
    correlationId,
  };
}

export type AnswerDesk = ReturnType<typeof createAnswerDesk>;
