import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createCircuitBreaker } from "../chat/circuit-breaker.ts";
import { ModelFailure } from "../chat/model-failure.ts";
import { pineconeIndex } from "./pinecone-index.ts";
import { type PineconeDouble, startPineconeDouble } from "./testing/pinecone-double.ts";
import { at, DIMENSIONS, itHoldsVectors, unit } from "./testing/vector-contract.ts";

const call = { signal: new AbortController().signal, correlationId: "c-1" };
const wanted = {
  apiKey: "k",
  name: "understudy-m",
  dimensions: DIMENSIONS,
  cloud: "aws",
  region: "us-east-1",
};

function open(double: PineconeDouble, more = {}) {
  return pineconeIndex({ ...wanted, baseUrl: double.baseUrl, ...more });
}

describe("a Pinecone that shows its writes late", () => {
  let double: PineconeDouble;
  beforeAll(async () => {
    double = await startPineconeDouble({ delayMs: 60 });
  });
  afterAll(() => double[Symbol.asyncDispose]());

  itHoldsVectors(async () => ({
    index: open(double),
    namespaces: ["twin-1", "twin-2"],
    segments: ["version-1", "version-2"],
  }));

  it("is not written to a second time while it only hesitates", async () => {
    const index = open(double);
    double.requests.length = 0;
    await index.upsert("twin-3", [at("version-1", 0, [1, 0, 0])], call);
    expect(double.requests.filter((path) => path.endsWith("/vectors/upsert"))).toHaveLength(1);
    expect(
      double.requests.filter((path) => path.endsWith("/vectors/fetch")).length,
    ).toBeGreaterThan(1);
  });
});

async function reasonOf(work: Promise<unknown>): Promise<string> {
  const failure = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(failure instanceof ModelFailure)) throw failure ?? new Error("It did not fail.");
  return failure.reason;
}

it("refuses an index of another size than the model's", async () => {
  await using double = await startPineconeDouble();
  await open(double).upsert("twin-1", [at("v", 0, [1, 0, 0])], call);
  const other = open(double, { dimensions: 8 });
  await expect(other.search("twin-1", { vector: unit([1, 0, 0]), limit: 1 }, call)).rejects.toThrow(
    "holds vectors of 3 dimensions; the model makes 8",
  );
});

it("names a key that is refused", async () => {
  await using double = await startPineconeDouble();
  const index = open(double, { apiKey: "another" });
  expect(await reasonOf(index.listSegments("twin-1", call))).toBe("model.refused_key");
});

it("gives up a search at its deadline and is spared after failures, then comes back", async () => {
  await using double = await startPineconeDouble();
  const settings = { failureThreshold: 1, openMs: 60 };
  const breaker = createCircuitBreaker({ settings });
  const index = open(double, { breaker, searchTimeoutMs: 300 });
  await index.upsert("twin-1", [at("v", 0, [1, 0, 0])], call);
  const search = () => index.search("twin-1", { vector: unit([1, 0, 0]), limit: 1 }, call);
  double.outage = 503;
  expect(await reasonOf(search())).toMatch(/overloaded|timed_out/);
  const asked = double.requests.length;
  await expect(search()).rejects.toThrow(/spared/);
  expect(double.requests).toHaveLength(asked);
  double.outage = null;
  await vi.waitFor(async () => expect(await search()).toHaveLength(1));
});

it("ends with its caller, in the middle of waiting for what it wrote", async () => {
  await using double = await startPineconeDouble({ delayMs: 60_000 });
  const caller = new AbortController();
  const index = open(double);
  const written = index.upsert("twin-1", [at("v", 0, [1, 0, 0])], {
    signal: caller.signal,
    correlationId: "c-1",
  });
  await vi.waitFor(() => expect(double.requests.length).toBeGreaterThan(0));
  const gone = new Error("gone");
  caller.abort(gone);
  await expect(written).rejects.toBe(gone);
});
