import { Errors, type Index } from "@pinecone-database/pinecone";
import { callProvider } from "../chat/call-provider.ts";
import type { CallOptions } from "../chat/chat-model.ts";
import { type CircuitBreaker, createCircuitBreaker } from "../chat/circuit-breaker.ts";
import { createRetryBudget } from "../chat/retry-budget.ts";
import { awaitFetchable } from "./await-fetchable.ts";
import { ensurePineconeIndex, type WantedIndex } from "./ensure-pinecone-index.ts";
import { openPinecone, type PineconeAddress } from "./open-pinecone.ts";
import { readPineconeFailure } from "./read-pinecone-failure.ts";
import { readRecordId, recordId, segmentPrefix } from "./record-id.ts";
import type { VectorIndex } from "./vector-index.ts";

const SEARCH_TIMEOUT_MS = 5_000;
const WRITE_TIMEOUT_MS = 120_000;
/** Pinecone takes 2 MB or 1,000 records a request; a number takes at most 14 characters. */
const BYTES_PER_REQUEST = 1_500_000;
const BYTES_PER_NUMBER = 14;
const RECORDS_PER_REQUEST = 500;
const IDS_PER_REQUEST = 1_000;
const IDS_PER_PAGE = 100;

export interface PineconeIndexOptions extends PineconeAddress, WantedIndex {
  breaker?: CircuitBreaker;
  /** For one search, retries included: a visitor is waiting. */
  searchTimeoutMs?: number;
  /** For a write until it can be read. */
  writeTimeoutMs?: number;
}

/** One Pinecone index, made at its first use; a twin's vectors lie in the namespace of its id. */
export function pineconeIndex({
  breaker = createCircuitBreaker(),
  searchTimeoutMs = SEARCH_TIMEOUT_MS,
  writeTimeoutMs = WRITE_TIMEOUT_MS,
  ...wanted
}: PineconeIndexOptions): VectorIndex {
  const { client, within } = openPinecone(wanted);
  const calls = { breaker, budget: createRetryBudget(), readFailure: readPineconeFailure };
  let opened: Index | undefined;
  const ask = <Reply>(
    timeoutMs: number,
    namespace: string,
    { signal: caller }: CallOptions,
    work: (index: Index, signal: AbortSignal) => Promise<Reply>,
  ) =>
    callProvider({ ...calls, timeoutMs }, caller, (signal) =>
      within(signal, async () => {
        opened ??= await ensurePineconeIndex(client, wanted, signal);
        return work(opened.namespace(namespace), signal);
      }),
    );
  const write = <Reply>(
    namespace: string,
    call: CallOptions,
    work: (index: Index, signal: AbortSignal) => Promise<Reply>,
  ) => ask(writeTimeoutMs, namespace, call, work);
  return {
    async upsert(namespace, vectors, call) {
      for (const batch of batches(vectors, wanted.dimensions)) {
        const records = batch.map(({ values, ...place }) => ({
          id: recordId(place),
          values: Array.from(values),
        }));
        await write(namespace, call, (index) => index.upsert({ records }));
      }
      await write(namespace, call, (index, signal) =>
        awaitFetchable(index, vectors.map(recordId), signal),
      );
    },
    async search(namespace, { vector, limit }, call) {
      const query = { vector: Array.from(vector), topK: limit };
      const { matches } = await ask(searchTimeoutMs, namespace, call, (index) =>
        index.query(query),
      );
      return matches.flatMap(({ id, score }) => {
        const place = readRecordId(id);
        return place && score !== undefined ? [{ ...place, similarity: score }] : [];
      });
    },
    listOrdinals: async (namespace, segmentId, call) => {
      const ids = await write(namespace, call, (index) => listIds(index, segmentPrefix(segmentId)));
      return ids.flatMap((id) => readRecordId(id)?.ordinal ?? []);
    },
    listSegments: async (namespace, call) => {
      const ids = await write(namespace, call, (index) => listIds(index));
      return [...new Set(ids.flatMap((id) => readRecordId(id)?.segmentId ?? []))];
    },
    removeSegment: (namespace, segmentId, call) =>
      write(namespace, call, async (index) => {
        const ids = await listIds(index, segmentPrefix(segmentId));
        for (let first = 0; first < ids.length; first += IDS_PER_REQUEST) {
          await index.deleteMany({ ids: ids.slice(first, first + IDS_PER_REQUEST) });
        }
      }),
    removeNamespace: (namespace, call) => write(namespace, call, removeAll),
  };
}

function* batches<One>(all: readonly One[], dimensions: number): Generator<readonly One[]> {
  const fitting = Math.floor(BYTES_PER_REQUEST / (dimensions * BYTES_PER_NUMBER));
  const size = Math.max(1, Math.min(RECORDS_PER_REQUEST, fitting));
  for (let first = 0; first < all.length; first += size) yield all.slice(first, first + size);
}

async function listIds(index: Index, prefix?: string): Promise<string[]> {
  const ids: string[] = [];
  let paginationToken: string | undefined;
  do {
    const page = await index.listPaginated({
      limit: IDS_PER_PAGE,
      ...(prefix && { prefix }),
      ...(paginationToken && { paginationToken }),
    });
    ids.push(...(page.vectors ?? []).flatMap(({ id }) => id ?? []));
    paginationToken = page.pagination?.next;
  } while (paginationToken);
  return ids;
}

async function removeAll(index: Index): Promise<void> {
  try {
    await index.deleteAll();
  } catch (error) {
    if (!(error instanceof Errors.PineconeNotFoundError)) throw error;
  }
}
