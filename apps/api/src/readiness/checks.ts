import { randomUUID } from "node:crypto";
import type { BlobStore } from "@understudy/core/kernel/blob-store";
import type { Services } from "@understudy/core/kernel/services";
import type { ReadinessCheck, State } from "./readiness.ts";
import { remembered } from "./remembered.ts";

const ONE_BYTE = Uint8Array.of(1);

export interface Observed {
  ping(): Promise<void>;
  pendingSteps(): Promise<string[]>;
  blobs: BlobStore;
  embedder: Services["embedder"];
}

/** Everything this product rests on, by the names that `/readyz` gives them. */
export function readinessChecks(observed: Observed): ReadinessCheck[] {
  return [
    { name: "database", required: true, check: () => observed.ping().then(ok) },
    { name: "migrations", required: true, check: remembered(() => judgeMigrations(observed)) },
    { name: "blobs", required: true, check: () => probe(observed.blobs) },
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

async function judgeEmbedder({ embedder }: Observed): Promise<State> {
  if (!embedder) return { state: "off", detail: "no provider is configured" };
  const options = { signal: AbortSignal.timeout(1_500), correlationId: randomUUID() };
  await embedder.embed(["ready"], options);
  return ok();
}
