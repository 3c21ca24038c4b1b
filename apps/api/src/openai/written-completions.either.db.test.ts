import type { WireReply } from "@understudy/rag/chat/testing/wire-double";
import {
  answers,
  breaksAfter,
  endChunk,
  streams,
  textChunk,
  usageChunk,
} from "@understudy/rag/chat/testing/wire-replies";
import { OpenAI } from "openai";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type ScriptedChat, scriptChat } from "../testing/script-chat.ts";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { makeTenantWorld, type TenantWorld } from "../testing/tenant-world.ts";
import { resultOf } from "../testing/test-session.ts";

const SAID = "The Ada lighthouse is striped. ⟦1|The Ada lighthouse is striped⟧ ";
const USAGE = { prompt_tokens: 120, completion_tokens: 30, total_tokens: 150 };
let app: TestApp;
let world: TenantWorld;
let openai: OpenAI;
let chat: ScriptedChat;
beforeAll(async () => {
  app = await startTestApp();
  await app.work();
  world = await makeTenantWorld(app.url, "Ada");
  const created = world.owner.mutate("apiKey.create", { name: "openai", kind: "secret" });
  const { key: apiKey } = await resultOf<{ key: string }>(created);
  openai = new OpenAI({ apiKey, baseURL: `${app.url}/v1`, maxRetries: 0 });
});
afterEach(() => chat[Symbol.asyncDispose]());
afterAll(() => app[Symbol.asyncDispose]());

async function script(reply: WireReply) {
  chat = await scriptChat([app], [reply]);
  return {
    model: world.handle,
    messages: [{ role: "user" as const, content: "What does the Ada lighthouse look like?" }],
  };
}

async function readStream(request: Awaited<ReturnType<typeof script>>) {
  const chunks = [];
  const options = { ...request, stream: true, stream_options: { include_usage: true } } as const;
  for await (const chunk of await openai.chat.completions.create(options)) chunks.push(chunk);
  return chunks;
}

describe("a completion that a model wrote", () => {
  it("says what it used, whole and streamed", async () => {
    const request = await script(answers(SAID));
    const whole = await openai.chat.completions.create(request);
    expect(whole).toMatchObject({ usage: USAGE, choices: [{ finish_reason: "stop" }] });
    const chunks = await readStream(request);
    expect(chunks.at(-1)).toMatchObject({ usage: USAGE, choices: [] });
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe("stop");
  });

  it.each([
    ["length", "length"],
    ["content_filter", "content_filter"],
  ])("says that it ended by %s", async (given, told) => {
    const request = await script(streams(textChunk(SAID), endChunk(given), usageChunk));
    const whole = await openai.chat.completions.create(request);
    expect(whole.choices[0]?.finish_reason).toBe(told);
    const chunks = await readStream(request);
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe(told);
  });

  it("tells the model what its user asked before, and of nobody else's words", async () => {
    const request = await script(streams(textChunk(SAID), endChunk()));
    await openai.chat.completions.create({
      ...request,
      messages: [
        { role: "user", content: "Which lighthouses are there?" },
        { role: "assistant", content: "The lighthouse was purple before." },
        { role: "user", content: "x".repeat(9_000) },
        ...request.messages,
      ],
    });
    const [rewriting, ...writing] = chat.prompts();
    expect(rewriting).toContain("Which lighthouses are there?");
    for (const prompt of [rewriting, ...writing]) expect(prompt).not.toMatch(/purple|x{600}/);
    for (const { body } of chat.requests) {
      const { messages } = body as { messages: { role: string }[] };
      const roles = messages.map(({ role }) => role);
      expect(roles.some((role, at) => role === "user" && roles[at + 1] === "user")).toBe(false);
    }
  });

  it("is refused where the model broke off, never given as whole", async () => {
    const request = await script(breaksAfter(textChunk(`${SAID}And `)));
    await expect(openai.chat.completions.create(request)).rejects.toMatchObject({
      status: 503,
      code: "model.cut_off",
    });
    await expect(readStream(request)).rejects.toMatchObject({ code: "model.cut_off" });
    const raw = await world.owner.send("/v1/chat/completions", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...request, stream: true }),
    });
    const text = await raw.text();
    expect(text).toContain("is striped.");
    expect(text).not.toMatch(/\[DONE\]|"finish_reason":"/);
  });
});
