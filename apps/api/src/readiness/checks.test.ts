import { memoryBlobs } from "@understudy/core/testing/memory-blobs";
import { createCircuitBreaker } from "@understudy/rag/chat/circuit-breaker";
import { expect, it } from "vitest";
import { type Observed, readinessChecks } from "./checks.ts";

const well = () => Promise.resolve();
const observed = (model: string | null) => ({ model, breaker: createCircuitBreaker() });

function observe(replaced: Partial<Observed>): Observed {
  return {
    ping: well,
    pendingSteps: async () => [],
    liveWorkers: async () => 1,
    hasVectors: async () => true,
    vectorStore: { kind: "memory", breaker: createCircuitBreaker() },
    blobs: memoryBlobs(),
    chat: observed("gpt-x"),
    embedders: () => [observed("embed-x")],
    reranker: observed("rerank-x"),
    ...replaced,
  };
}

async function judge(name: string, replaced: Partial<Observed> = {}) {
  return readinessChecks(observe(replaced))
    .find((check) => check.name === name)
    ?.check();
}

it.each([
  ["chat", "chat", "gpt-x"],
  ["reranker", "reranker", "rerank-x"],
])("%s: names the model, or says that none is configured", async (name, of, model) => {
  expect(await judge(name)).toEqual({ state: "ok", detail: model });
  expect(await judge(name, { [of]: observed(null) })).toMatchObject({ state: "off" });
});

it("embeddings: names the configured model, and whichever of those in use fails", async () => {
  expect(await judge("embeddings")).toEqual({ state: "ok", detail: "embed-x" });
  expect(await judge("embeddings", { embedders: () => [] })).toMatchObject({ state: "off" });
  const old = observed("embed-old");
  old.breaker.admit()("failed", "model.unreachable");
  const embedders = () => [observed("embed-x"), old];
  expect(await judge("embeddings", { embedders })).toEqual({
    state: "degraded",
    detail: "embed-old: model.unreachable",
  });
});

it("is degraded from the first failure until a success", async () => {
  const chat = observed("gpt-x");
  chat.breaker.admit()("failed", "model.refused_key");
  expect(await judge("chat", { chat })).toEqual({
    state: "degraded",
    detail: "gpt-x: model.refused_key",
  });
  for (let call = 0; call < 4; call++) chat.breaker.admit()("failed", "model.unreachable");
  expect(await judge("chat", { chat })).toEqual({
    state: "degraded",
    detail: "gpt-x: model.unreachable, and it is spared for a while",
  });
});

it("is well again after a success", async () => {
  const chat = observed("gpt-x");
  chat.breaker.admit()("failed", "model.timed_out");
  chat.breaker.admit()("succeeded");
  expect(await judge("chat", { chat })).toEqual({ state: "ok", detail: "gpt-x" });
});

it("says where vectors are, and what that lacks", async () => {
  const breaker = createCircuitBreaker();
  const hasVectors = async () => false;
  expect(await judge("vectors")).toEqual({ state: "ok", detail: "memory" });
  expect(await judge("vectors", { hasVectors })).toMatchObject({ state: "off" });
  const pgvector = { kind: "pgvector", breaker } as const;
  expect(await judge("vectors", { vectorStore: pgvector, hasVectors })).toMatchObject({
    state: "degraded",
  });
  const pinecone = { kind: "pinecone", breaker } as const;
  expect(await judge("vectors", { vectorStore: pinecone })).toEqual({
    state: "ok",
    detail: "pinecone",
  });
  breaker.admit()("failed", "model.overloaded");
  expect(await judge("vectors", { vectorStore: pinecone })).toMatchObject({ state: "degraded" });
});
