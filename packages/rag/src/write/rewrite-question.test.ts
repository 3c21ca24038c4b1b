import { describe, expect, it } from "vitest";
import type { WireReply } from "../chat/testing/wire-double.ts";
import {
  answers,
  endChunk,
  hangsAfter,
  showsPage,
  streams,
  textChunk,
  usageChunk,
} from "../chat/testing/wire-replies.ts";
import { rewriteQuestion } from "./rewrite-question.ts";
import { scriptModel } from "./testing/scripted-model.ts";

const question = "How often should I do it?";
const history = [
  { role: "visitor" as const, text: "How do I clean the pump?" },
  { role: "twin" as const, text: "With water." },
];
const call = { signal: new AbortController().signal, correlationId: "c" };

describe("rewriteQuestion", () => {
  it("takes a question in the words of the conversation", async () => {
    expect(await rewrite(answers('"How often should I ', 'clean the pump?"\n'))).toEqual({
      question: "How often should I clean the pump?",
      usage: { inputTokens: 120, outputTokens: 30 },
    });
  });

  it("says what it took where its words are not taken", async () => {
    const { usage } = await rewrite(streams(textChunk("How"), endChunk("length"), usageChunk));
    expect(usage).toEqual({ inputTokens: 120, outputTokens: 30 });
  });

  it.each<[string, WireReply]>([
    ["an error page", showsPage()],
    ["a cut stream", streams(textChunk("How often should I clean"))],
    ["silence", hangsAfter(textChunk("How often"))],
    ["an answer", answers("Twice a year, says every plumber in Oslo.")],
    ["a lecture", answers("How often should I clean the pump? ".repeat(20))],
    ["two lines", answers("How often should I clean the pump?\nSure!")],
    ["a mark", answers("⟦none⟧")],
    ["nothing", answers(" ")],
  ])("keeps the question as it is at %s", async (_, reply) => {
    expect((await rewrite(reply)).question).toBe(question);
  });

  it("asks nothing when there is nothing before the question", async () => {
    await using scripted = await scriptModel(answers("no"));
    const asked = { model: scripted.model, question, history: [], nonce: "n0nce" };
    expect(await rewriteQuestion(asked, call)).toEqual({ question, usage: null });
    expect(scripted.wire.requests).toHaveLength(0);
  });

  it("throws only when the caller leaves", async () => {
    const stop = new AbortController();
    await using scripted = await scriptModel(() => stop.abort(new Error("left")));
    const asked = { model: scripted.model, question, history, nonce: "n0nce" };
    await expect(rewriteQuestion(asked, { ...call, signal: stop.signal })).rejects.toThrow("left");
  });
});

async function rewrite(reply: WireReply) {
  await using scripted = await scriptModel(reply);
  const asked = { model: scripted.model, question, history, nonce: "n0nce", timeoutMs: 400 };
  return await rewriteQuestion(asked, call);
}
