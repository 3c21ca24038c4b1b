import type { AnswerEvent, Message } from "@understudy/core/conversation/contract";

/** A message as a screen holds it: with what went on in this page. */
export type ThreadMessage = Message & {
  /** The reference of what went wrong. */
  correlationId?: string;
  /** The server had too much to do, and is asked again. */
  isHeldUp?: boolean;
};

export interface Thread {
  messages: ThreadMessage[];
}

export function isUnderWay({ status }: Message): boolean {
  return status === "pending" || status === "streaming";
}

const EMPTY = {
  answered: null,
  refused: false,
  verified: false,
  writer: null,
  model: null,
  supportedShare: null,
  releaseId: null,
  feedback: null,
} as const;

/** The question at once, and the place where its answer will appear. */
export function withQuestion<Held extends Thread>(
  thread: Held,
  { questionId, answerId, text, at }: Record<"questionId" | "answerId" | "text" | "at", string>,
): Held {
  const question: ThreadMessage = {
    ...EMPTY,
    id: questionId,
    role: "user",
    text,
    status: "complete",
    unsupportedSpans: [],
    citations: [],
    createdAt: at,
  };
  const answer: ThreadMessage = {
    ...question,
    id: answerId,
    role: "assistant",
    text: "",
    status: "pending",
  };
  return { ...thread, messages: [...thread.messages, question, answer] };
}

/** What an event makes of the answer; the first one gives it the name the server knows it by. */
export function applyAnswerEvent(answer: ThreadMessage, event: AnswerEvent): ThreadMessage {
  const named: ThreadMessage = { ...answer, id: event.messageId, status: "streaming" };
  switch (event.type) {
    case "delta":
      return { ...named, text: answer.text + event.text };
    case "replace":
      return { ...named, text: event.text, citations: [] };
    case "citation":
      return { ...named, citations: [...answer.citations, event.citation] };
    case "done":
      return event.message;
    case "error":
      return {
        ...named,
        status: "failed",
        failure: { reason: event.reason },
        correlationId: event.correlationId,
      };
  }
}

/** Without an answer and the question before it. */
export function withoutTurn<Held extends Thread>(thread: Held, answerId: string | undefined): Held {
  const at = thread.messages.findIndex(({ id }) => id === answerId);
  if (at < 1) return thread;
  return { ...thread, messages: thread.messages.toSpliced(at - 1, 2) };
}

export function changeMessage<Held extends Thread>(
  thread: Held,
  id: string,
  change: (message: ThreadMessage) => ThreadMessage,
): Held {
  return {
    ...thread,
    messages: thread.messages.map((message) => (message.id === id ? change(message) : message)),
  };
}
