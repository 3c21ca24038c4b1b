import { describe, expect, it, vi } from "vitest";
import { createCircuitBreaker } from "../chat/circuit-breaker.ts";
import { ModelFailure } from "../chat/model-failure.ts";
import { startWireDouble, type WireReply } from "../chat/testing/wire-double.ts";
import { breaksAfter, refuses, showsPage, staysSilent } from "../chat/testing/wire-replies.ts";
import { cohereRerank } from "./cohere-rerank.ts";
import { readRelevance } from "./read-relevance.ts";
import type { PayFor } from "./rerank.ts";
import { rerankOrDegrade } from "./rerank-or-degrade.ts";
import { rerankPassages } from "./rerank-passages.ts";

const NO_SCORES = { lexical: 0, characters: 0, dense: null, vector: null, fused: 0 };
const candidates = [
  { text: "The pump is blue.", title: "Colours", scores: NO_SCORES },
  { text: "Clean it monthly.", title: "Manual", headings: ["Pump"], scores: NO_SCORES },
];
const context = {
  termIdf: () => 1,
  signal: new AbortController().signal,
  correlationId: "c-1",
};

function scored(...pairs: [index: unknown, score: unknown][]): WireReply {
  const results = pairs.map(([index, relevance_score]) => ({ index, relevance_score }));
  return refuses(200, { id: "r", results, meta: {} });
}

async function rerankAt(wire: { baseUrl: string }, timeoutMs = 400) {
  const options = {
    apiKey: "k",
    baseUrl: new URL(wire.baseUrl).origin,
    model: "rerank-v4.0-pro",
    timeoutMs,
  };
  return cohereRerank(options)("When is it cleaned?", candidates, context);
}

async function failingReason(reply: WireReply): Promise<string> {
  await using wire = await startWireDouble(reply);
  const failure = await rerankAt(wire).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(failure instanceof ModelFailure)) throw failure ?? new Error("It did not fail.");
  return failure.reason;
}

it("believes no score that is not a number", () => {
  const results = [
    { index: 0, relevanceScore: 0.5 },
    { index: 1, relevanceScore: "high" },
  ];
  expect(() => readRelevance(results, 2)).toThrow(ModelFailure);
  expect(() => readRelevance([{ index: 0, relevanceScore: Number.NaN }], 1)).toThrow(ModelFailure);
});

describe("cohereRerank", () => {
  it("gives the relevances in the order of the candidates", async () => {
    await using wire = await startWireDouble(scored([1, 0.9], [0, 0.1]));
    expect(await rerankAt(wire)).toEqual([0.1, 0.9]);
    const [{ path, headers, body } = expect.fail()] = wire.requests;
    expect(path).toBe("/v2/rerank");
    expect(headers).toMatchObject({ authorization: "Bearer k", "x-correlation-id": "c-1" });
    expect(body).toMatchObject({
      model: "rerank-v4.0-pro",
      query: "When is it cleaned?",
      documents: ["Colours\nThe pump is blue.", "Manual\nPump\nClean it monthly."],
    });
  });

  it("asks nobody about nothing", async () => {
    const rerank = cohereRerank({ apiKey: "k", baseUrl: "http://127.0.0.1:9", model: "m" });
    expect(await rerank("q", [], context)).toEqual([]);
  });

  it.each<[string, WireReply, string]>([
    ["one candidate left out", scored([0, 0.5]), "model.malformed"],
    ["one candidate twice", scored([0, 0.5], [0, 0.4]), "model.malformed"],
    ["a place that is none", scored([0, 0.5], [7, 0.4]), "model.malformed"],
    ["an error page under 200", showsPage(), "model.malformed"],
    ["a refused key", refuses(401, { message: "invalid api token" }), "model.refused_key"],
    ["a token of no account", refuses(498, { message: "invalid token" }), "model.refused_key"],
    [
      "a limit beyond the deadline",
      refuses(429, {}, { "retry-after": "60" }),
      "model.rate_limited",
    ],
    ["a request it will not take", refuses(422, {}), "model.refused_request"],
    ["silence", staysSilent, "model.timed_out"],
    ["a torn connection", breaksAfter(), "model.unreachable"],
  ])("names %s", async (_, reply, reason) => {
    expect(await failingReason(reply)).toBe(reason);
  });

  it("tries again what passes", async () => {
    const busy = refuses(429, {}, { "retry-after-ms": "20" });
    await using wire = await startWireDouble(busy, scored([0, 0.2], [1, 0.3]));
    expect(await rerankAt(wire, 2_000)).toEqual([0.2, 0.3]);
  });

  it("spares a provider that fails again and again", async () => {
    await using wire = await startWireDouble(refuses(500, {}));
    const breaker = createCircuitBreaker({ settings: { failureThreshold: 1, openMs: 60_000 } });
    const rerank = cohereRerank({
      apiKey: "k",
      baseUrl: new URL(wire.baseUrl).origin,
      model: "m",
      breaker,
      timeoutMs: 200,
    });
    await expect(rerank("q", candidates, context)).rejects.toThrow(ModelFailure);
    const asked = wire.requests.length;
    await expect(rerank("q", candidates, context)).rejects.toThrow(/spared/);
    expect(wire.requests).toHaveLength(asked);
  });

  it("is paid for where it costs, and leaves the work to the local reranker where it cannot be", async () => {
    await using wire = await startWireDouble(scored([0, 0.1], [1, 0.9]));
    const address = { apiKey: "k", baseUrl: new URL(wire.baseUrl).origin, model: "m" };
    const cohere = cohereRerank({ ...address, pricePerSearch: 0.002 });
    const prices: number[] = [];
    const payFor: PayFor = (price, pay) => {
      prices.push(price);
      if (prices.length > 1) throw new ModelFailure("model.over_budget", "no room");
      return pay();
    };
    const rerank = rerankOrDegrade(cohere, rerankPassages, () => {});
    const paying = { ...context, payFor };
    expect(await rerank("Clean it?", candidates, paying)).toEqual([0.1, 0.9]);
    expect(await rerank("Clean it?", candidates, paying)).toHaveLength(2);
    expect({ prices, asked: wire.requests.length }).toEqual({ prices: [0.002, 0.002], asked: 1 });
  });

  it("ends with its caller", async () => {
    await using wire = await startWireDouble(staysSilent);
    const caller = new AbortController();
    const rerank = cohereRerank({ apiKey: "k", baseUrl: new URL(wire.baseUrl).origin, model: "m" });
    const asked = rerank("q", candidates, { ...context, signal: caller.signal });
    const gone = new Error("gone");
    await vi.waitFor(() => expect(wire.requests).toHaveLength(1));
    caller.abort(gone);
    await expect(asked).rejects.toBe(gone);
    await wire.requests[0]!.closed;
  });

  it("leaves the work to the local reranker while it fails, and says so", async () => {
    await using wire = await startWireDouble(refuses(401, {}));
    const heard: string[] = [];
    const cohere = cohereRerank({ apiKey: "k", baseUrl: new URL(wire.baseUrl).origin, model: "m" });
    const rerank = rerankOrDegrade(cohere, rerankPassages, ({ reason }, id) => {
      heard.push(`${reason} ${id}`);
    });
    const question = "When is the pump cleaned?";
    expect(await rerank(question, candidates, context)).toEqual(
      await rerankPassages(question, candidates, context),
    );
    expect(heard).toEqual(["model.refused_key c-1"]);
  });
});
