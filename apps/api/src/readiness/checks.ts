import { randomUUID } from "node:crypto";
import type { BlobStore } from "@understudy/core/kernel/blob-store";
import type { Services } from "@understudy/core/kernel/services";
import type { ReadinessCheck, State } from "./readiness.ts";
import { remembered } from "./remembered.ts";

const ONE_BYTE = Uint8Array.of(1);

export interface Observed {
  ping(): Promise<void>;
  pendingSteps(): Promise<string[]>;
  liveWorkers(): Promise<number>;
  hasVectors(): Promise<boolean>;
  blobs: BlobStore;
  embedder: Services["embedder"];
}

/** Everything this product rests on, by the names that `/readyz` gives them. */
export function readinessChecks(observed: Observed): ReadinessCheck[] {
  return [
    { name: "database", required: true, check: () => observed.ping().then(ok) },
    { name: "migrations", required: true, check: remembered(() => judgeMigrations(observed)) },
    { name: "blobs", required: true, check: () => probe(observed.blobs) },
    { name: "queue", required: false, check: () => judgeQueue(observed) },
    { name: "vectors", required: false, check: remembered(() => judgeVectors(observed)) },
    { name: "embeddings", required: false, check: remembered(() => judgeEmbedder(observed)) },
  ];
}

function ok(): State {
  return { state: "ok" };
}

async function judgeMigrations({ pendingSteps }: Observed): Promise<State> {
  const pending = await pendingSteps();
  if (pending.length === 0) return ok();
  return { state: "failed", detail: `${pending.length} steps are not applied` };
}

/** Writes and removes a byte: a full or read-only disk shows here first. */
async function probe(blobs: BlobStore): Promise<State> {
  const key = `probe/${randomUUID()}`;
  await blobs.put(key, ONE_BYTE);
  await blobs.remove(key);
  return ok();
}

/** Without a worker the product still answers; what is added waits. */
async function judgeQueue({ liveWorkers }: Observed): Promise<State> {
  const count = await liveWorkers();
  if (count === 0)
    return { state: "degraded", detail: "no worker is running: what is added waits" };
  return { state: "ok", detail: count === 1 ? "1 worker" : `${count} workers` };
}

async function judgeVectors({ hasVectors }: Observed): Promise<State> {
  if (await hasVectors()) return ok();
  return { state: "off", detail: "the extension pgvector is not installed in this database" };
}

async function judgeEmbedder({ embedder }: Observed): Promise<State> {
  if (!embedder) return { state: "off", detail: "no provider is configured" };
  const options = { signal: AbortSignal.timeout(1_500), correlationId: randomUUID() };
  await embedder.embed(["ready"], options);
  return ok();
}
