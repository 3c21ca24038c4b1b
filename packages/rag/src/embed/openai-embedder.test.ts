import { describe, expect, it } from "vitest";
import { startWireDouble, type WireReply } from "../chat/testing/wire-double.ts";
import { refuses, showsPage, staysSilent } from "../chat/testing/wire-replies.ts";
import { openAiEmbedder } from "./openai-embedder.ts";

const call = { signal: new AbortController().signal, correlationId: "c-1" };

describe("openAiEmbedder", () => {
  it("gives a vector of length 1 for each text, in the order of the texts", async () => {
    const data = [
      { index: 1, embedding: [0, 2] },
      { index: 0, embedding: [3, 4] },
    ];
    await using wire = await startWireDouble(refuses(200, { data }));
    const embedder = openAiEmbedder({ apiKey: "k", baseUrl: wire.baseUrl, model: "m" });
    const vectors = await embedder.embed(["a", "b"], call);
    expect(vectors.map((vector) => Array.from(vector))).toEqual([
      [Math.fround(0.6), Math.fround(0.8)],
      [0, 1],
    ]);
    expect(wire.requests[0]!.headers["x-correlation-id"]).toBe("c-1");
  });

  it.each([
    [{ prompt_tokens: 7, total_tokens: 7 }, [7]],
    [{ prompt_tokens: -1 }, []],
    [{ prompt_tokens: "7" }, []],
    [null, []],
  ])("tells what the provider counted, where that can be believed: %j", async (usage, told) => {
    const data = [{ index: 0, embedding: [1, 0] }];
    await using wire = await startWireDouble(refuses(200, { data, usage }));
    const heard: number[] = [];
    const noteTokens = (tokens: number) => void heard.push(tokens);
    const embedder = openAiEmbedder({ apiKey: "k", baseUrl: wire.baseUrl, model: "m" });
    await embedder.embed(["a"], { ...call, noteTokens });
    expect(heard).toEqual(told);
  });

  it("asks nothing for no texts", async () => {
    const embedder = openAiEmbedder({ apiKey: "k", baseUrl: "http://127.0.0.1:9", model: "m" });
    expect(await embedder.embed([], call)).toEqual([]);
  });

  const misfits: [string, unknown][] = [
    ["too few vectors", [{ index: 0, embedding: [1, 0] }]],
    ["one vector twice", [one(0), one(0)]],
    ["an index beyond the texts", [one(0), one(5)]],
    ["vectors of two sizes", [one(0), { index: 1, embedding: [1] }]],
    ["a vector that is no numbers", [one(0), { index: 1, embedding: ["1", null] }]],
    ["an empty vector", [one(0), { index: 1, embedding: [] }]],
    ["a vector of zeros", [one(0), { index: 1, embedding: [0, 0] }]],
    ["an item that is null", [one(0), null]],
    ["no list", { 0: one(0) }],
  ];
  it.each(misfits)("fails at %s", async (_, data) => {
    expect(await failingReason(refuses(200, { data }))).toBe("model.malformed");
  });

  it.each<[string, WireReply, string]>([
    ["an error page", showsPage(), "model.malformed"],
    ["a refused key", refuses(401, {}), "model.refused_key"],
    ["silence", staysSilent, "model.timed_out"],
    [
      "a limit beyond the deadline",
      refuses(429, {}, { "retry-after": "60" }),
      "model.rate_limited",
    ],
  ])("names %s", async (_, reply, reason) => {
    expect(await failingReason(reply)).toBe(reason);
  });

  it("honours Retry-After, and goes on", async () => {
    const busy = refuses(429, {}, { "retry-after-ms": "30" });
    await using wire = await startWireDouble(busy, refuses(200, { data: [one(0)] }));
    const embedder = openAiEmbedder({ apiKey: "k", baseUrl: wire.baseUrl, model: "m" });
    expect(await embedder.embed(["a"], call)).toHaveLength(1);
  });

  it("closes the connection when the caller leaves", async () => {
    const stop = new AbortController();
    await using wire = await startWireDouble(() => stop.abort(new Error("cancelled")));
    const embedder = openAiEmbedder({ apiKey: "k", baseUrl: wire.baseUrl, model: "m" });
    const embedding = embedder.embed(["a"], { ...call, signal: stop.signal });
    await expect(embedding).rejects.toThrow("cancelled");
    await wire.requests[0]!.closed;
  });
});

function one(index: number) {
  return { index, embedding: [1, 0] };
}

async function failingReason(reply: WireReply): Promise<unknown> {
  await using wire = await startWireDouble(reply);
  const embedder = openAiEmbedder({
    apiKey: "k",
    baseUrl: wire.baseUrl,
    model: "m",
    timeoutMs: 500,
  });
  const error: unknown = await embedder.embed(["a", "b"], call).catch((thrown: unknown) => thrown);
  return (error as { reason?: string }).reason;
}
