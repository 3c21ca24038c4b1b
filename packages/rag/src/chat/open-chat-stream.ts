import type { IncomingMessage } from "node:http";
import type OpenAI from "openai";
import type { CallDeadline } from "./call-deadline.ts";
import { adaptDialect, type ChatDialect, phraseRequest } from "./chat-dialect.ts";
import type { CallOptions, ChatEvent, ChatRequest } from "./chat-model.ts";
import { NodeResponse } from "./fetch-by-node.ts";
import { ModelFailure } from "./model-failure.ts";
import { openArrivals } from "./open-arrivals.ts";
import { readChatStream } from "./read-chat-stream.ts";

/** Far more than the longest answer, whatever its chunks carry besides. */
const MAX_CHARACTERS = 8 * 1024 * 1024;

export interface ChatCall {
  client: OpenAI;
  model: string;
  request: ChatRequest;
  dialect: ChatDialect;
  deadline: CallDeadline;
  betweenTokensMs: number;
  options: CallOptions;
}

export interface OpenedStream {
  /** What the server turned out to take. */
  dialect: ChatDialect;
  events: AsyncIterable<ChatEvent>;
}

/** Sends the request and waits for the first event, so that until then another attempt is free. */
export async function openChatStream(call: ChatCall): Promise<OpenedStream> {
  const { dialect, reply } = await send(call);
  const { deadline, betweenTokensMs, request } = call;
  const { signal } = deadline;
  const arrivals = openArrivals(eventsOf(reply), { signal, maxCharacters: MAX_CHARACTERS });
  const { maxOutputTokens } = request;
  const rest = readChatStream(arrivals, { deadline, betweenTokensMs, maxOutputTokens });
  const first = await rest.next();
  return { dialect, events: joined(first, rest) };
}

async function send({ client, model, request, deadline, options, dialect: known }: ChatCall) {
  const headers = { "x-correlation-id": options.correlationId };
  for (let dialect = known; ; ) {
    try {
      const reply = await client.chat.completions
        .create(phraseRequest(model, request, dialect), { signal: deadline.signal, headers })
        .asResponse();
      return { dialect, reply };
    } catch (error) {
      const adapted = adaptDialect(dialect, error);
      if (!adapted) throw error;
      dialect = adapted;
    }
  }
}

/** An error page, or an error body, under a status of 200 holds none. */
function eventsOf(reply: Response): IncomingMessage {
  if (reply instanceof NodeResponse && reply.events) return reply.events;
  void reply.body?.cancel();
  throw new ModelFailure("model.malformed", "The model's provider sent no stream.");
}

async function* joined(
  first: IteratorResult<ChatEvent>,
  rest: AsyncGenerator<ChatEvent>,
): AsyncGenerator<ChatEvent> {
  try {
    if (!first.done) yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
