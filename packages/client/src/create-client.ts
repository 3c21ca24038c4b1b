import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCClient,
} from "@trpc/client";
import type { AnswerEvent, AppRouter } from "@understudy/api/router";
import { type AskRequest, ask } from "./ask.ts";

const CALLS_PER_REQUEST = 20;

export interface ClientOptions {
  /** Where the instance is, such as `https://twins.example`. */
  url: string;
  /** A secret key (`us_sk_…`): for servers, never for pages. */
  apiKey: string;
  fetch?: typeof globalThis.fetch;
  /** For subscriptions on Node: a class that takes `fetch`, such as the `eventsource` package's. */
  EventSource?: EventSourceClass;
}

type EventSourceClass = new (
  url: string,
  init?: { fetch: (address: string | URL, init: RequestInit) => Promise<Response> },
) => EventSource;

export interface UnderstudyClient {
  /** Every procedure, typed: `client.api.twin.list.query({})`. */
  api: TRPCClient<AppRouter>;
  /**
   * Asks in a conversation (`api.chat.start` makes one) and yields the answer as it becomes known; the
   * last event is `done` or `error`. Throws UnderstudyError when the question is refused.
   */
  ask(request: AskRequest): AsyncGenerator<AnswerEvent>;
}

/** Everything of an instance that a tenant's key may do. */
export function createUnderstudyClient(options: ClientOptions): UnderstudyClient {
  const { fetch = globalThis.fetch, EventSource } = options;
  const origin = options.url.replace(/\/+$/, "");
  const url = `${origin}/trpc`;
  const headers = { authorization: `Bearer ${options.apiKey}` };
  const eventSourceOptions = {
    fetch: (address: string | URL, init: RequestInit) =>
      fetch(address, { ...init, headers: { ...headers, accept: "text/event-stream" } }),
  };
  const api = createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === "subscription",
        true: httpSubscriptionLink({ url, EventSource, eventSourceOptions }),
        false: httpBatchLink({ url, headers, fetch, maxItems: CALLS_PER_REQUEST }),
      }),
    ],
  });
  return { api, ask: (request) => ask({ origin, headers, fetch }, request) };
}
