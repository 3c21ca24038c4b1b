import { describe, expect, it } from "vitest";
import type { ModelFailureReason } from "./model-failure.ts";
import { openAiChat } from "./openai-chat.ts";
import { readFailingChat } from "./testing/read-chat.ts";
import { startWireDouble, type WireReply } from "./testing/wire-double.ts";
import {
  breaksAfter,
  type Chunk,
  endChunk,
  hangsAfter,
  refuses,
  showsPage,
  staysSilent,
  streams,
  textChunk,
} from "./testing/wire-replies.ts";

const SHORT = { firstTokenMs: 500, betweenTokensMs: 400, totalMs: 3_000 };

describe("openAiChat, of a broken provider", () => {
  const broken: [string, WireReply, ModelFailureReason, string][] = [
    ["a stream cut without an end", streams(textChunk("At")), "model.cut_off", "At"],
    [
      "a [DONE] without an end",
      streams(textChunk("At"), "data: [DONE]\n\n"),
      "model.cut_off",
      "At",
    ],
    ["a torn connection", breaksAfter(textChunk("At")), "model.cut_off", "At"],
    ["an error after text", streams(textChunk("At"), errorChunk(502)), "model.overloaded", "At"],
    ["a finish by error", streams(textChunk("At"), endChunk("error")), "model.cut_off", "At"],
    ["malformed JSON", streams(textChunk("At"), "data: {\n\n"), "model.malformed", "At"],
    ["an unknown end", streams(textChunk("At"), endChunk("tool_calls")), "model.malformed", "At"],
    [
      "a repeated chunk",
      streams(...repeated(), endChunk()),
      "model.malformed",
      "It runs at night. ",
    ],
    [
      "text after the end",
      streams(textChunk("A"), endChunk(), textChunk("B")),
      "model.malformed",
      "A",
    ],
    ["an error page with 200", showsPage(), "model.malformed", ""],
    ["an error body with 200", refuses(200, { error: { message: "no" } }), "model.malformed", ""],
    ["empty choices only", streams({ choices: [] }, "data: [DONE]\n\n"), "model.malformed", ""],
    ["choices of another kind", streams({ choices: "At night" }), "model.malformed", ""],
    [
      "content of another kind",
      streams({ choices: [{ delta: { content: 7 } }] }),
      "model.malformed",
      "",
    ],
    ["an empty body", streams(), "model.malformed", ""],
    ["a refused key", refuses(401, { error: { message: "no" } }), "model.refused_key", ""],
    ["no credit", refuses(402, {}), "model.refused_key", ""],
    ["an unknown model", refuses(404, {}), "model.refused_request", ""],
    ["silence", staysSilent, "model.timed_out", ""],
    ["headers and then silence", hangsAfter(), "model.timed_out", ""],
    ["silence after text", hangsAfter(textChunk("At")), "model.timed_out", "At"],
    ["a redirect", redirects, "model.unreachable", ""],
  ];
  it.each(broken)("fails at %s", async (_, reply, reason, text) => {
    await using wire = await startWireDouble(reply);
    const model = openAiChat({
      apiKey: "k",
      baseUrl: wire.baseUrl,
      model: "m",
      deadlines: SHORT,
    });
    const { failure, text: given } = await readFailingChat(model);
    expect(failure).toMatchObject({ name: "ModelFailure", reason });
    expect(given).toBe(text);
  });

  it("reads no more of a line without an end than is right", async () => {
    const line = Buffer.alloc(9 * 1024 * 1024, "x");
    await using wire = await startWireDouble(hangsAfter("data: ", line));
    const model = openAiChat({ apiKey: "k", baseUrl: wire.baseUrl, model: "m" });
    expect((await readFailingChat(model)).failure).toMatchObject({ reason: "model.malformed" });
    await wire.requests[0]!.closed;
  });

  it("says of a server that is not there that it is unreachable", async () => {
    const wire = await startWireDouble(staysSilent);
    await wire[Symbol.asyncDispose]();
    const model = openAiChat({ apiKey: "k", baseUrl: wire.baseUrl, model: "m", deadlines: SHORT });
    const { failure } = await readFailingChat(model);
    expect(failure).toMatchObject({ reason: "model.unreachable" });
    expect(failure.message).not.toContain("127.0.0.1");
  });
});

function errorChunk(code: number): Chunk {
  return { error: { code, message: "upstream" }, choices: [] };
}

function repeated(): Chunk[] {
  return [textChunk("It runs at night. "), textChunk("It runs at night. ")];
}

function redirects(response: Parameters<WireReply>[0]): void {
  response.writeHead(307, { location: "http://127.0.0.1:9/v1/chat/completions" }).end();
}
