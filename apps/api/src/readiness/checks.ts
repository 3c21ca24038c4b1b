import { randomUUID } from "node:crypto";
import type { BlobStore } from "@understudy/core/kernel/blob-store";
import type { ReadinessCheck, State } from "./readiness.ts";
import { remembered } from "./remembered.ts";

const ONE_BYTE = Uint8Array.of(1);

export interface ObservedModel {
  /** Null: none is configured. */
  model: string | null;
  /** What its calls have met so far. */
  breaker: { phase(): "closed" | "open" | "half_open"; lastFailure(): string | null };
}

const NONE: ObservedModel = {
  model: null,
  breaker: { phase: () => "closed", lastFailure: () => null },
};

/** Where vectors are searched. */
interface ObservedStore extends Pick<ObservedModel, "breaker"> {
  kind: "memory" | "pgvector" | "pinecone";
}

export interface Observed {
  ping(): Promise<void>;
  pendingSteps(): Promise<string[]>;
  liveWorkers(): Promise<number>;
  hasVectors(): Promise<boolean>;
  vectorStore: ObservedStore;
  blobs: BlobStore;
  chat: ObservedModel;
  /** Those in use, the configured one first. */
  embedders(): ObservedModel[];
  reranker: ObservedModel;
}

/** Everything this product rests on, by the names that `/readyz` gives them. */
export function readinessChecks(observed: Observed): ReadinessCheck[] {
  return [
    { name: "database", required: true, check: () => observed.ping().then(ok) },
    { name: "migrations", required: true, check: remembered(() => judgeMigrations(observed)) },
    { name: "blobs", required: true, check: () => probe(observed.blobs) },
    { name: "queue", required: false, check: () => judgeQueue(observed) },
    { name: "vectors", required: false, check: vectorCheck(observed) },
    { name: "embeddings", required: false, check: () => judgeEmbedders(observed) },
    { name: "reranker", required: false, check: () => judgeModel(observed.reranker) },
    { name: "chat", required: false, check: () => judgeModel(observed.chat) },
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

/** What was installed stays so; what Pinecone's calls have met changes by the second. */
function vectorCheck({ vectorStore, hasVectors }: Observed): () => Promise<State> {
  const { kind, breaker } = vectorStore;
  if (kind === "pinecone") return async () => judgeModel({ model: kind, breaker });
  return remembered(async () => judgeExtension(kind, await hasVectors()));
}

function judgeExtension(kind: "memory" | "pgvector", isInstalled: boolean): State {
  const missing = "the extension pgvector is not installed in this database";
  if (isInstalled) return { state: "ok", detail: kind };
  if (kind === "memory") return { state: "off", detail: `${missing}: vectors are held in memory` };
  return { state: "degraded", detail: `${missing}: passages are found by words alone` };
}

/** Older twins may be found by another model than the one that is configured. */
function judgeEmbedders({ embedders }: Observed): State {
  const states = embedders().map(judgeModel);
  const [configured = judgeModel(NONE)] = states;
  return states.find(({ state }) => state === "degraded") ?? configured;
}

/** By what its own calls have met: asking a model whether it is well costs what an answer costs. */
function judgeModel({ model, breaker }: ObservedModel): State {
  if (!model) return { state: "off", detail: "no model is configured" };
  const failure = breaker.lastFailure();
  if (!failure && breaker.phase() === "closed") return { state: "ok", detail: model };
  const spared = breaker.phase() === "open" ? ", and it is spared for a while" : "";
  return { state: "degraded", detail: `${model}: ${failure ?? "it failed"}${spared}` };
}
