import type { AnswerEvent } from "@understudy/api/router";
import { readEvents } from "./read-events.ts";
import { UnderstudyError } from "./understudy-error.ts";

export interface AskRequest {
  conversationId: string;
  message: string;
  /** The same key with the same words gives the same answer again, and asks nothing twice. */
  idempotencyKey?: string;
  /** Ends the answer; what was said until then is kept. */
  signal?: AbortSignal;
}

interface Connection {
  origin: string;
  headers: Record<string, string>;
  fetch: typeof globalThis.fetch;
}

export async function* ask(
  { origin, headers, fetch }: Connection,
  { conversationId, message, idempotencyKey, signal }: AskRequest,
): AsyncGenerator<AnswerEvent> {
  const reply = await fetch(`${origin}/api/messages`, {
    method: "POST",
    headers: {
      ...headers,
      "content-type": "application/json",
      "idempotency-key": idempotencyKey ?? crypto.randomUUID(),
    },
    body: JSON.stringify({ conversationId, message }),
    signal,
  });
  if (!reply.ok || !reply.body) throw await asError(reply);
  for await (const event of readEvents(reply.body)) yield JSON.parse(event) as AnswerEvent;
}

async function asError(reply: Response): Promise<UnderstudyError> {
  const { status } = reply;
  const text = await reply.text();
  const told = reply.headers.get("content-type")?.startsWith("application/json")
    ? JSON.parse(text).error
    : undefined;
  return new UnderstudyError({
    status,
    reason: told?.reason ?? "unknown",
    message: told?.message ?? `The instance answered with ${status}.`,
    correlationId: reply.headers.get("x-correlation-id"),
  });
}
