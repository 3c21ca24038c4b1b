import { describe, expect, it } from "vitest";
import { createCircuitBreaker } from "./circuit-breaker.ts";
import { openAiChat } from "./openai-chat.ts";
import { chatRequest, readChat, readFailingChat } from "./testing/read-chat.ts";
import { startWireDouble, type WireReply } from "./testing/wire-double.ts";
import {
  answers,
  breaksAfter,
  endChunk,
  hangsAfter,
  refuses,
  showsPage,
  streams,
  textChunk,
  usageChunk,
} from "./testing/wire-replies.ts";

const SHORT = { firstTokenMs: 500, betweenTokensMs: 400, totalMs: 3_000 };

describe("openAiChat", () => {
  it("gives the text, the end and the usage, and sends key, correlation id and length", async () => {
    await using wire = await startWireDouble(answers("At ", "night."));
    const model = openAiChat({ apiKey: "key", baseUrl: wire.baseUrl, model: "small" });
    expect(await readChat(model)).toEqual({
      text: "At night.",
      end: {
        type: "end",
        finishReason: "stop",
        usage: { inputTokens: 120, outputTokens: 30 },
      },
    });
    const [sent] = wire.requests;
    expect(sent).toMatchObject({
      path: "/v1/chat/completions",
      headers: { authorization: "Bearer key", "x-correlation-id": "c-1" },
      body: { model: "small", max_tokens: 200, stream_options: { include_usage: true } },
    });
  });

  it("joins text that was split within a character and within an event", async () => {
    const bytes = Buffer.from(`data: ${JSON.stringify(textChunk("Straße 😀 日本"))}\n\n`);
    const pieces = Array.from(bytes, (byte) => Buffer.from([byte]));
    expect(await readOne(streams(...pieces, endChunk(), usageChunk))).toMatchObject({
      text: "Straße 😀 日本",
    });
  });

  it("takes servers that leave out roles, usage and the last marker, and add fields", async () => {
    const odd = { choices: [{ delta: { content: "Yes." }, logprobs: {} }], timings: { ms: 1 } };
    expect(await readOne(streams(": keep-alive\n\n", odd, endChunk("eos")))).toEqual({
      text: "Yes.",
      end: { type: "end", finishReason: "stop", usage: null },
    });
  });

  it("asks again without what a server or model refuses, and remembers it", async () => {
    const refusal = (message: string) => refuses(400, { error: { message } });
    await using wire = await startWireDouble(
      refusal("Unknown field: stream_options"),
      refusal("'max_tokens' is not supported, use 'max_completion_tokens' instead."),
      refusal("Only the default temperature is supported."),
      answers("Yes."),
    );
    const model = openAiChat({ apiKey: "k", baseUrl: wire.baseUrl, model: "m" });
    expect((await readChat(model)).text).toBe("Yes.");
    expect((await readChat(model)).text).toBe("Yes.");
    expect(wire.requests).toHaveLength(5);
    expect(wire.requests[4]!.body).toEqual({
      model: "m",
      messages: chatRequest.messages,
      stream: true,
      max_completion_tokens: 200,
    });
  });

  it("leaves out the thoughts of a model that thinks aloud", async () => {
    const reply = answers("<th", "ink>secret", " thought</thi", "nk>\n\nAt ", "night.");
    expect((await readOne(reply)).text).toBe("At night.");
  });

  it("says when an answer ended for its length or a filter", async () => {
    const long = await readOne(streams(textChunk("At"), endChunk("length"), usageChunk));
    expect(long.end).toMatchObject({ finishReason: "length" });
    const filtered = await readOne(streams(endChunk("content_filter"), usageChunk));
    expect(filtered.end).toMatchObject({ finishReason: "filtered" });
  });

  it("ends as too long what a server goes on sending", async () => {
    const endless = Array.from({ length: 400 }, (_, i) => textChunk(`word${i} and more `));
    const { end } = await readOne(hangsAfter(...endless));
    expect(end).toMatchObject({ finishReason: "length", usage: null });
  });

  it("finishes without a usage that never comes", async () => {
    const { end } = await readOne(hangsAfter(textChunk("At night."), endChunk()), SHORT);
    expect(end).toMatchObject({ finishReason: "stop", usage: null });
  });

  it("waits as long as Retry-After says, within the time for the first words", async () => {
    const busy = refuses(429, {}, { "retry-after-ms": "60" });
    await using wire = await startWireDouble(busy, answers("Yes."));
    const model = openAiChat({ apiKey: "k", baseUrl: wire.baseUrl, model: "m" });
    const startedMs = performance.now();
    expect((await readChat(model)).text).toBe("Yes.");
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(59);
  });

  it("gives up at once when Retry-After is beyond the deadline", async () => {
    await using wire = await startWireDouble(refuses(429, {}, { "retry-after": "30" }));
    const model = openAiChat({ apiKey: "k", baseUrl: wire.baseUrl, model: "m", deadlines: SHORT });
    const { failure } = await readFailingChat(model);
    expect(failure).toMatchObject({ reason: "model.rate_limited", retryAfterSeconds: 30 });
    expect(wire.requests).toHaveLength(1);
  });

  it("tries again after faults that pass, and after a connection torn before any text", async () => {
    const faulty = refuses(500, { error: { message: "boom" } });
    await using wire = await startWireDouble(faulty, breaksAfter(), answers("Yes."));
    const model = openAiChat({ apiKey: "k", baseUrl: wire.baseUrl, model: "m" });
    expect((await readChat(model)).text).toBe("Yes.");
    expect(wire.requests).toHaveLength(3);
  });

  it("never tries again once text has come", async () => {
    await using wire = await startWireDouble(breaksAfter(textChunk("At")), answers("Yes."));
    await readFailingChat(openAiChat({ apiKey: "k", baseUrl: wire.baseUrl, model: "m" }));
    expect(wire.requests).toHaveLength(1);
  });

  it("closes the connection when the caller aborts or leaves", async () => {
    await using wire = await startWireDouble(hangsAfter(textChunk("At"), textChunk(" night")));
    const model = openAiChat({ apiKey: "k", baseUrl: wire.baseUrl, model: "m" });
    const stop = new AbortController();
    const reading = (async () => {
      for await (const _ of model.stream(chatRequest, {
        signal: stop.signal,
        correlationId: "c",
      })) {
        stop.abort(new Error("the visitor left"));
      }
    })();
    await expect(reading).rejects.toThrow("the visitor left");
    await wire.requests[0]!.closed;
    const call = { signal: new AbortController().signal, correlationId: "c" };
    for await (const _ of model.stream(chatRequest, call)) break;
    await wire.requests[1]!.closed;
  });

  it("spares a provider that fails, and tries one call when the time has come", async () => {
    let nowMs = 0;
    const breaker = createCircuitBreaker({
      now: () => nowMs,
      settings: { failureThreshold: 2, openMs: 1_000 },
    });
    await using wire = await startWireDouble(showsPage(), showsPage(), answers("Yes."));
    const model = openAiChat({ apiKey: "k", baseUrl: wire.baseUrl, model: "m", breaker });
    await readFailingChat(model);
    await readFailingChat(model);
    expect(breaker.phase()).toBe("open");
    expect(breaker.lastFailure()).toBe("model.malformed");
    expect((await readFailingChat(model)).failure).toMatchObject({ retryAfterSeconds: 1 });
    expect(wire.requests).toHaveLength(2);
    nowMs = 1_000;
    expect((await readChat(model)).text).toBe("Yes.");
    expect(breaker.phase()).toBe("closed");
  });
});

async function readOne(reply: WireReply, deadlines?: typeof SHORT) {
  await using wire = await startWireDouble(reply);
  return await readChat(openAiChat({ apiKey: "k", baseUrl: wire.baseUrl, model: "m", deadlines }));
}
