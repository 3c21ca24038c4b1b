import type { AnswerEvent } from "./answer-event.ts";
import { newKey } from "./new-key.ts";
import { readEvents } from "./read-events.ts";
import { mayRetry, waitBefore } from "./retry-policy.ts";
import { UnderstudyError } from "./understudy-error.ts";

export interface AskRequest {
  conversationId: string;
  message: string;
  /** The same key with the same words gives the same answer again, and asks nothing twice. */
  idempotencyKey?: string;
  /** Ends the answer, and throws its reason; what was said until then is kept. */
  signal?: AbortSignal;
}

export interface Connection {
  origin: string;
  headers(): Promise<Record<string, string>>;
  fetch: typeof globalThis.fetch;
}

/** What has been heard of an answer so far. */
interface Place {
  messageId: string;
  after: number;
}

/**
 * Asks, and follows the answer to its end over lost connections: before anything was heard by asking
 * again under the same key, later by going on behind the last event.
 */
export async function* ask(
  connection: Connection,
  { idempotencyKey = newKey(), signal, ...question }: AskRequest,
): AsyncGenerator<AnswerEvent> {
  let place: Place | null = null;
  for (let attempts = 1; ; attempts++) {
    try {
      const reply: Response = place
        ? await follow(connection, place, signal)
        : await post(connection, { question, idempotencyKey, signal });
      for await (const event of eventsOf(reply)) {
        place = { messageId: event.messageId, after: event.sequence };
        attempts = 1;
        yield event;
        if (event.type === "done" || event.type === "error") return;
      }
      throw cut();
    } catch (thrown) {
      signal?.throwIfAborted();
      const error = asCut(thrown);
      if (!mayRetry(error, attempts)) throw error;
      const { retryAfterSeconds } = error;
      await pause(waitBefore(attempts, { retryAfterSeconds, random: Math.random() }), signal);
    }
  }
}

async function post(
  { origin, headers, fetch }: Connection,
  {
    question,
    idempotencyKey,
    signal,
  }: { question: object; idempotencyKey: string; signal: AbortSignal | undefined },
): Promise<Response> {
  return fetch(`${origin}/api/messages`, {
    method: "POST",
    headers: {
      ...(await headers()),
      "content-type": "application/json",
      "idempotency-key": idempotencyKey,
    },
    body: JSON.stringify(question),
    ...(signal && { signal }),
  });
}

async function follow(
  { origin, headers, fetch }: Connection,
  { messageId, after }: Place,
  signal: AbortSignal | undefined,
): Promise<Response> {
  return fetch(`${origin}/api/messages/${messageId}/events`, {
    headers: { ...(await headers()), accept: "text/event-stream", "last-event-id": `${after}` },
    ...(signal && { signal }),
  });
}

async function* eventsOf(reply: Response): AsyncGenerator<AnswerEvent> {
  if (!reply.ok || !reply.body) throw await refusalOf(reply);
  for await (const event of readEvents(reply.body)) yield JSON.parse(event) as AnswerEvent;
}

async function refusalOf(reply: Response): Promise<UnderstudyError> {
  const { status, headers } = reply;
  const text = await reply.text();
  const isTold = headers.get("content-type")?.startsWith("application/json");
  const told = isTold ? JSON.parse(text).error : undefined;
  return new UnderstudyError({
    status,
    reason: told?.reason ?? "unknown",
    message: told?.message ?? `The instance answered with ${status}.`,
    correlationId: headers.get("x-correlation-id"),
    retryAfterSeconds: Number(headers.get("retry-after")) || undefined,
  });
}

function cut(): UnderstudyError {
  const message = "The connection broke off before the answer was whole.";
  return new UnderstudyError({ status: 0, reason: "stream.cut", message, correlationId: null });
}

/** Whatever a broken connection throws, in any runtime. */
function asCut(thrown: unknown): UnderstudyError {
  if (thrown instanceof UnderstudyError) return thrown;
  const cause = thrown instanceof Error ? thrown : undefined;
  const { message } = cut();
  return new UnderstudyError({
    status: 0,
    reason: "stream.cut",
    message,
    correlationId: null,
    cause,
  });
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}
