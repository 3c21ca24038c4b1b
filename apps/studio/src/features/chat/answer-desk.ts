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
  /** The answer that is being made in a conversation, if any; before its first event only the server knows it. */
  find: (conversationId: string) => Promise<string | undefined>;
  /** Ends the answer where it is made; its last event still comes. */
  stop: (messageId: string) => Promise<unknown>;
  change: (conversationId: string, change: <Held extends Thread>(thread: Held) => Held) => void;
  onEnd: (conversationId: string) => void;
}

interface Running {
  leave: AbortController;
  /** Known from the first event on. */
  messageId?: string;
}

/** Runs the answers of this page, wherever the person looks meanwhile; one at a time in a conversation. */
export function createAnswerDesk({ ask, find, stop, change, onEnd }: AnswerDeskPorts) {
  const running = new Map<string, Running>();

  const run = async (question: Question, answerId: string, current: Running) => {
    let id = answerId;
    const changeAnswer = (next: (answer: ThreadMessage) => ThreadMessage) =>
      change(question.conversationId, (thread) => changeMessage(thread, id, next));
    try {
      let isOver = false;
      for await (const event of ask(question)) {
        changeAnswer((answer) => applyAnswerEvent(answer, event));
        id = event.messageId;
        current.messageId = id;
        isOver = event.type === "done" || event.type === "error";
      }
      if (!isOver) changeAnswer((answer) => asFailed(answer, { reason: "stream.lost" }));
    } catch (error) {
      changeAnswer((answer) =>
        question.signal.aborted
          ? { ...answer, status: "stopped" }
          : asFailed(answer, explainFailure(error)),
      );
    }
  };

  return {
    async ask(conversationId: string, text: string): Promise<void> {
      if (running.has(conversationId)) return;
      const current: Running = { leave: new AbortController() };
      running.set(conversationId, current);
      const [questionId, answerId] = [crypto.randomUUID(), crypto.randomUUID()];
      const at = new Date().toISOString();
      change(conversationId, (thread) => withQuestion(thread, { questionId, answerId, text, at }));
      const { signal } = current.leave;
      await run(
        { conversationId, message: text, idempotencyKey: questionId, signal },
        answerId,
        current,
      );
      running.delete(conversationId);
      onEnd(conversationId);
    },
    /** Also of an answer that another page runs. */
    async stop(conversationId: string): Promise<void> {
      const current = running.get(conversationId);
      const messageId = current?.messageId ?? (await find(conversationId));
      if (messageId) await stop(messageId);
      else current?.leave.abort();
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
