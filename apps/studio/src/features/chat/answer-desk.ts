import type { AnswerEvent } from "@understudy/core/conversation/contract";
import type { Question } from "#lib/ask-question.ts";
import { explainFailure } from "#lib/explain-failure.ts";
import { randomId } from "#lib/random-id.ts";
import { settleLeft } from "./settle-left.ts";
import {
  applyAnswerEvent,
  changeMessage,
  isUnderWay,
  type Thread,
  type ThreadMessage,
  withoutTurn,
  withQuestion,
} from "./thread.ts";

export interface AnswerDeskPorts {
  ask: (question: Question) => AsyncIterable<AnswerEvent>;
  /** An answer that is being made, from its first event on. */
  rejoin: (messageId: string, signal: AbortSignal) => AsyncIterable<AnswerEvent>;
  /** A conversation as the server has it; of an answer before its first event only the server knows. */
  read: (conversationId: string) => Promise<Thread>;
  /** Ends the answer where it is made; its last event still comes. */
  stop: (messageId: string) => Promise<unknown>;
  change: (conversationId: string, change: <Held extends Thread>(thread: Held) => Held) => void;
  onEnd: (conversationId: string) => void;
}

/** How long after another it is looked whether a question that was left was heard all the same. */
const LOOK_EVERY_MS = 400;

interface Running {
  leave: AbortController;
  /** Known from the first event on. */
  messageId?: string;
  /** The server had too much to do to hear the question. */
  isHeldUp?: boolean;
}

export interface Asking {
  insteadOf?: string | undefined;
  giveBack?: (() => void) | undefined;
}

type Open = (signal: AbortSignal, onBusy: () => void) => AsyncIterable<AnswerEvent>;

interface Run extends Pick<AnswerDeskPorts, "change"> {
  conversationId: string;
  answerId: string;
  open: Open;
  current: Running;
}

/** To its end, which the thread tells; whether the server heard the question. */
async function runAnswer({ conversationId, answerId, open, current, change }: Run) {
  const { signal } = current.leave;
  let id = answerId;
  const changeAnswer = (next: (answer: ThreadMessage) => ThreadMessage) =>
    change(conversationId, (thread) => changeMessage(thread, id, next));
  const onBusy = () => {
    current.isHeldUp = true;
    changeAnswer(heldUp);
  };
  try {
    let isOver = false;
    for await (const event of open(signal, onBusy)) {
      current.isHeldUp = false;
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
  const isLeft = signal.aborted && !current.messageId;
  return { wasHeard: !(signal.aborted && current.isHeldUp), isLeft };
}

/** None where the server is away: then it is only left. */
async function findUnderWay({ read }: AnswerDeskPorts, conversationId: string) {
  const thread = await read(conversationId).catch(() => null);
  return thread?.messages.findLast(isUnderWay)?.id;
}

/** Runs the answers of this page, wherever the person looks meanwhile; one at a time in a conversation. */
export function createAnswerDesk(ports: AnswerDeskPorts, { lookEveryMs = LOOK_EVERY_MS } = {}) {
  const { ask, rejoin, stop, change, onEnd } = ports;
  const running = new Map<string, Running>();

  const run = async (conversationId: string, answerId: string, open: Open) => {
    const current: Running = { leave: new AbortController() };
    running.set(conversationId, current);
    const ended = await runAnswer({ conversationId, answerId, open, current, change });
    running.delete(conversationId);
    onEnd(conversationId);
    return ended;
  };

  return {
    /**
     * `insteadOf` names an answer that failed: it goes, and so does its question. `giveBack` takes
     * the words of one that was stopped before the server heard it, which then goes as well.
     */
    async ask(
      conversationId: string,
      text: string,
      { insteadOf, giveBack }: Asking = {},
    ): Promise<void> {
      if (running.has(conversationId)) return;
      const [questionId, answerId] = [randomId(), randomId()];
      const asked = { questionId, answerId, text, at: new Date().toISOString() };
      let known: readonly string[] = [];
      change(conversationId, (thread) => {
        known = thread.messages.map(({ id }) => id);
        return withQuestion(withoutTurn(thread, insteadOf), asked);
      });
      const { wasHeard, isLeft } = await run(conversationId, answerId, (signal, onBusy) =>
        ask({ conversationId, message: text, idempotencyKey: questionId, signal, onBusy }),
      );
      const isOvertaken = () => running.has(conversationId);
      const left = { conversationId, known, isOvertaken, lookEveryMs };
      if (isLeft && wasHeard) await settleLeft(ports, left);
      if (wasHeard || !giveBack) return;
      change(conversationId, (thread) => withoutTurn(thread, answerId));
      giveBack();
    },
    /** Goes on with an answer that this page did not ask for, or asked for before it was loaded. */
    async follow(conversationId: string, messageId: string): Promise<void> {
      if (running.has(conversationId)) return;
      await run(conversationId, messageId, (signal) => rejoin(messageId, signal));
    },
    /** Also of an answer that another page runs. */
    async stop(conversationId: string): Promise<void> {
      const current = running.get(conversationId);
      const isHeard = !current?.isHeldUp;
      const messageId =
        current?.messageId ?? (isHeard && (await findUnderWay(ports, conversationId)));
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
