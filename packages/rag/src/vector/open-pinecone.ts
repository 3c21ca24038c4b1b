import { AsyncLocalStorage } from "node:async_hooks";
import { Pinecone } from "@pinecone-database/pinecone";
import { fetchBounded } from "../chat/limit-body.ts";

const MAX_REPLY_BYTES = 32 * 1024 * 1024;

export interface PineconeAddress {
  apiKey: string;
  /** Of the control plane; Pinecone's own when it is left out. */
  baseUrl?: string;
}

export interface BoundPinecone {
  client: Pinecone;
  /** What is asked within ends with the signal: the client itself takes none. */
  within<Reply>(signal: AbortSignal, work: () => Promise<Reply>): Promise<Reply>;
}

/** The official client without retries and redirects of its own, its replies bounded. */
export function openPinecone({ apiKey, baseUrl }: PineconeAddress): BoundPinecone {
  const callers = new AsyncLocalStorage<AbortSignal>();
  const bounded = fetchBounded(MAX_REPLY_BYTES);
  const client = new Pinecone({
    apiKey,
    ...(baseUrl && { controllerHostUrl: baseUrl }),
    maxRetries: 0,
    fetchApi: (input, init) => bounded(input, { ...init, signal: callers.getStore() }),
  });
  return { client, within: (signal, work) => callers.run(signal, work) };
}
