import type { AnswerEvent } from "@understudy/core/conversation/contract";
import type { Question } from "#lib/ask-question.ts";
import { explainFailure } from "#lib/explain-failure.ts";
import { randomId } from "#lib/random-id.ts";
import {
  applyAnswerEvent,
  changeMessage,
  type Thread,
  type ThreadMessage,
  withoutTurn,
  withQuestion,
} from "./thread.ts";

export interface AnswerDeskPorts {
  ask: (question: Question) => AsyncIterable<AnswerEvent>;
  /** An answer that is being made, from its first event on. */
  rejoin: (messageId: string, signal: AbortSignal) => AsyncIterable<AnswerEvent>;
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

type Open = (signal: AbortSignal, onBusy: () => void) => AsyncIterable<AnswerEvent>;

/** Runs the answers of this page, wherever the person looks meanwhile; one at a time in a conversation. */
export function createAnswerDesk({ ask, rejoin, find, stop, change, onEnd }: AnswerDeskPorts) {
  const running = new Map<string, Running>();

  const run = async (conversationId: string, answerId: string, open: Open) => {
    const current: Running = { leave: new AbortController() };
    const { signal } = current.leave;
    running.set(conversationId, current);
    let id = answerId;
    const changeAnswer = (next: (answer: ThreadMessage) => ThreadMessage) =>
      change(conversationId, (thread) => changeMessage(thread, id, next));
    try {
      let isOver = false;
      for await (const event of open(signal, () => changeAnswer(heldUp))) {
        if (!current.messageId) changeAnswer(emptied);
        changeAnswer((answer) => applyAnswerEvent(answer, event));
        id = event.messageId;
        current.messageId = id;
        isOver = event.type === "done" || event.type === "error";
      }
      if (!isOver) changeAnswer((answer) => asFailed(answer, { reason: "stream.lost" }));
    } catch (error) {
      changeAnswer((answer) =>
        signal.aborted ? { ...answer, status: "stopped" } : asFailed(answer, explainFailure(error)),
      );
    }
    running.delete(conversationId);
    onEnd(conversationId);
  };

  return {
    /** `insteadOf` names an answer that failed: it goes, and so does its question. */
    async ask(conversationId: string, text: string, insteadOf?: string): Promise<void> {
      if (running.has(conversationId)) return;
      const [questionId, answerId] = [randomId(), randomId()];
      const asked = { questionId, answerId, text, at: new Date().toISOString() };
      change(conversationId, (thread) => withQuestion(withoutTurn(thread, insteadOf), asked));
      await run(conversationId, answerId, (signal, onBusy) =>
        ask({ conversationId, message: text, idempotencyKey: questionId, signal, onBusy }),
      );
    },
    /** Goes on with an answer that this page did not ask for, or asked for before it was loaded. */
    async follow(conversationId: string, messageId: string): Promise<void> {
      if (running.has(conversationId)) return;
      await run(conversationId, messageId, (signal) => rejoin(messageId, signal));
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

function heldUp(answer: ThreadMessage): ThreadMessage {
  return { ...answer, isHeldUp: true };
}

/** What was said so far comes again with the events. */
function emptied(answer: ThreadMessage): ThreadMessage {
  return { ...answer, text: "", citations: [], unsupportedSpans: [] };
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
