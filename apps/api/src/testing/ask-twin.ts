import { AnswerEvent, type Message } from "@understudy/core/conversation/contract";
import type { TestSession } from "./test-session.ts";

export interface Asked {
  conversationId: string;
  message: string;
  idempotencyKey?: string;
  signal?: AbortSignal;
}

export function postMessage(session: TestSession, asked: Asked): Promise<Response> {
  const { conversationId, message, idempotencyKey, signal } = asked;
  return session.send("/api/messages", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(idempotencyKey && { "idempotency-key": idempotencyKey }),
    },
    body: JSON.stringify({ conversationId, message }),
    ...(signal && { signal }),
  });
}

/** The events of a reply as they arrive. */
export async function* eventsOf(reply: Response): AsyncGenerator<AnswerEvent> {
  if (!reply.ok || !reply.body) throw new Error(`asking: ${reply.status} ${await reply.text()}`);
  let pending = "";
  for await (const text of reply.body.pipeThrough(new TextDecoderStream())) {
    const frames = (pending + text).split("\n\n");
    pending = frames.pop() ?? "";
    for (const frame of frames) {
      const data = /^data: (.*)$/m.exec(frame)?.[1];
      if (data) yield AnswerEvent.parse(JSON.parse(data));
    }
  }
}

/** Asks and reads to the end. */
export async function askTwin(session: TestSession, asked: Asked) {
  const events: AnswerEvent[] = [];
  for await (const event of eventsOf(await postMessage(session, asked))) events.push(event);
  return { events, message: endOf(events) };
}

export function endOf(events: readonly AnswerEvent[]): Message {
  const last = events.at(-1);
  if (last?.type !== "done") throw new Error(`The answer ended with ${last?.type}.`);
  return last.message;
}

/** What a reader has in front of them after these events. */
export function textOf(events: readonly AnswerEvent[]): string {
  return events.reduce((text, event) => {
    if (event.type === "delta") return text + event.text;
    return event.type === "replace" ? event.text : text;
  }, "");
}
