import { memoryBlobs } from "@understudy/core/testing/memory-blobs";
import { createCircuitBreaker } from "@understudy/rag/chat/circuit-breaker";
import { expect, it } from "vitest";
import { type Observed, readinessChecks } from "./checks.ts";

const well = () => Promise.resolve();
const chat = { model: "gpt-x", stream: () => expect.fail("a look at readiness asked the model") };
const embedder = {
  model: "embed-x",
  maxBatchSize: 1,
  embed: () => expect.fail("a look at readiness embedded something"),
};

function observe(replaced: Partial<Observed>): Observed {
  return {
    ping: well,
    pendingSteps: async () => [],
    liveWorkers: async () => 1,
    hasVectors: async () => true,
    blobs: memoryBlobs(),
    chat,
    embedder,
    breakers: { chat: createCircuitBreaker(), embedder: createCircuitBreaker() },
    ...replaced,
  };
}

async function judge(name: string, replaced: Partial<Observed> = {}) {
  return readinessChecks(observe(replaced))
    .find((check) => check.name === name)
    ?.check();
}

it.each(["chat", "embeddings"])("%s: names the model, and asks it nothing", async (name) => {
  expect(await judge(name)).toEqual({
    state: "ok",
    detail: name === "chat" ? "gpt-x" : "embed-x",
  });
});

it("says that no model is configured", async () => {
  expect(await judge("chat", { chat: null })).toMatchObject({ state: "off" });
  expect(await judge("embeddings", { embedder: null })).toMatchObject({ state: "off" });
});

it("is degraded from the first failure until a success", async () => {
  const breaker = createCircuitBreaker();
  const breakers = { chat: breaker, embedder: createCircuitBreaker() };
  breaker.admit()("failed", "model.refused_key");
  expect(await judge("chat", { breakers })).toEqual({
    state: "degraded",
    detail: "gpt-x: model.refused_key",
  });
  for (let call = 0; call < 4; call++) breaker.admit()("failed", "model.unreachable");
  expect(await judge("chat", { breakers })).toEqual({
    state: "degraded",
    detail: "gpt-x: model.unreachable, and it is spared for a while",
  });
});

it("is well again after a success", async () => {
  const breaker = createCircuitBreaker();
  const breakers = { chat: breaker, embedder: createCircuitBreaker() };
  breaker.admit()("failed", "model.timed_out");
  breaker.admit()("succeeded");
  expect(await judge("chat", { breakers })).toEqual({ state: "ok", detail: "gpt-x" });
});
