import {
  createTRPCClient,
  httpBatchLink,
  httpLink,
  httpSubscriptionLink,
  type Operation,
  splitLink,
  type TRPCClient,
} from "@trpc/client";
import type { AppRouter } from "@understudy/api/router";
import type { AnswerEvent } from "./answer-event.ts";
import { type AskRequest, ask } from "./ask.ts";
import { retryingLink } from "./retrying-link.ts";

const CALLS_PER_REQUEST = 20;

export interface ClientOptions {
  /** Where the instance is, such as `https://twins.example`. */
  url: string;
  /**
   * On a server a secret key (`us_sk_…`); in a page, where no secret belongs, the token of a visit
   * (`us_vt_…`). A function is asked before each call, so that a token can be renewed; null calls without.
   */
  apiKey: string | null | (() => string | null | Promise<string | null>);
  fetch?: typeof globalThis.fetch;
  /** For subscriptions on Node: a class that takes `fetch`, such as the `eventsource` package's. */
  EventSource?: EventSourceClass;
}

type EventSourceClass = new (
  url: string,
  init?: { fetch: (address: string | URL, init: RequestInit) => Promise<Response> },
) => EventSource;

export interface UnderstudyClient {
  /** Every procedure, typed: `client.api.twin.list.query({})`. Throws UnderstudyError. */
  api: TRPCClient<AppRouter>;
  /**
   * Asks in a conversation (`api.chat.start` makes one) and yields the answer as it becomes known, over
   * lost connections too; the last event is `done` or `error`. Throws UnderstudyError when the question
   * is refused.
   */
  ask(request: AskRequest): AsyncGenerator<AnswerEvent>;
}

/** A client of one instance. It can do what its key, or its visit, may do. */
export function createUnderstudyClient(options: ClientOptions): UnderstudyClient {
  const { fetch = globalThis.fetch, EventSource, apiKey } = options;
  const origin = options.url.replace(/\/+$/, "");
  const url = `${origin}/trpc`;
  const headers = async (): Promise<Record<string, string>> => {
    const key = typeof apiKey === "function" ? await apiKey() : apiKey;
    return key === null ? {} : { authorization: `Bearer ${key}` };
  };
  const eventSourceOptions = {
    fetch: async (address: string | URL, init: RequestInit) =>
      fetch(address, {
        ...init,
        headers: { ...(await headers()), accept: "text/event-stream" },
      }),
  };
  const api = createTRPCClient<AppRouter>({
    links: [
      retryingLink(),
      splitLink({
        condition: ({ type }) => type === "subscription",
        true: httpSubscriptionLink({ url, EventSource, eventSourceOptions }),
        false: splitLink({
          condition: ({ type }) => type === "mutation",
          // Each by itself: a request has one idempotency key.
          true: httpLink({ url, fetch, headers: ({ op }) => keyed(op, headers()) }),
          false: httpBatchLink({ url, headers, fetch, maxItems: CALLS_PER_REQUEST }),
        }),
      }),
    ],
  });
  return { api, ask: (request) => ask({ origin, headers, fetch }, request) };
}

async function keyed(
  { context }: Operation,
  headers: Promise<Record<string, string>>,
): Promise<Record<string, string>> {
  return { ...(await headers), "idempotency-key": String(context.idempotencyKey) };
}
