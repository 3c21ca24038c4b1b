import { APIError, OpenAI } from "openai";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { makeTenantWorld, type TenantWorld } from "../testing/tenant-world.ts";
import { resultOf } from "../testing/test-session.ts";

const QUESTION = "What does the Ada lighthouse look like?";
let app: TestApp;
let world: TenantWorld;
let openai: OpenAI;
let apiKey: string;
beforeAll(async () => {
  app = await startTestApp();
  await app.work();
  world = await makeTenantWorld(app.url, "Ada");
  const created = world.owner.mutate("apiKey.create", { name: "openai", kind: "secret" });
  apiKey = (await resultOf<{ key: string }>(created)).key;
  openai = new OpenAI({ apiKey, baseURL: `${app.url}/v1`, maxRetries: 0 });
});
afterAll(() => app[Symbol.asyncDispose]());

/** What a program reads of the error that the client throws, and its status. */
async function refusalOf(sent: object, client = openai) {
  const body = { model: world.handle, messages: [{ role: "user", content: QUESTION }], ...sent };
  try {
    await client.chat.completions.create(body as OpenAI.ChatCompletionCreateParamsNonStreaming);
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    const { status, code, param, type } = error;
    return { status, code, param, type };
  }
  throw new Error("It was not refused.");
}

const image = { type: "image_url", image_url: { url: "data:image/png;base64,AA==" } };
const turns = (...messages: object[]) => ({ messages });
const user = (content: unknown) => ({ role: "user", content });
const system = { role: "system", content: "Be kind." };

describe.each([
  ["whole", {}],
  ["streamed", { stream: true }],
])("what is wrong with a request, asked %s", (_, mode) => {
  it.each([
    ["n", { n: 2 }],
    ["model", { model: undefined }],
    ["model", { model: 7 }],
    ["messages", { messages: undefined }],
    ["messages", { messages: [] }],
    ["messages", turns(system)],
    ["messages[1].role", turns(user("Hello"), { role: "wizard", content: "x" })],
    ["messages[1].content", turns(system, user([image]))],
    ["messages[1].content", turns(system, user("x".repeat(8_001)))],
    ["messages[1].content", turns(system, user("  "))],
    ["response_format.type", { response_format: { type: "json_object" } }],
    ["tool_choice", { tool_choice: "required" }],
    ["modalities[0]", { modalities: ["audio"] }],
  ])("is named: %s, in %j", async (param, sent) => {
    expect(await refusalOf({ ...mode, ...sent })).toEqual({
      status: 400,
      code: "input.invalid",
      param,
      type: "invalid_request_error",
    });
  });

  it("is the model, where there is none of that name", async () => {
    const told = { code: "twin.not_found", param: "model", type: "invalid_request_error" };
    expect(await refusalOf({ ...mode, model: "nobody" })).toEqual({ status: 404, ...told });
    await expect(openai.models.retrieve("nobody")).rejects.toMatchObject({ status: 404, ...told });
  });

  it("is the key", async () => {
    const wrong = new OpenAI({ apiKey: "us_sk_x", baseURL: `${app.url}/v1`, maxRetries: 0 });
    const told = { code: "credential.refused", param: null, type: "authentication_error" };
    expect(await refusalOf(mode, wrong)).toEqual({ status: 401, ...told });
  });

  it("is its size", async () => {
    const told = { code: "input.too_large", param: null, type: "invalid_request_error" };
    const sent = turns({ role: "system", content: "x".repeat(1_100_000) }, user(QUESTION));
    expect(await refusalOf({ ...mode, ...sent })).toEqual({ status: 413, ...told });
  });
});

it.each([
  ["that cannot be read", "application/json", '{"model":', 400, "input.invalid"],
  ["of another kind", "text/plain", "{}", 415, "input.unsupported_media_type"],
])("refuses a body %s in the same shape", async (_, type, body, status, code) => {
  const reply = await fetch(`${app.url}/v1/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${apiKey}`, "content-type": type },
    body,
  });
  expect(reply.status).toBe(status);
  const told = { message: expect.any(String), type: "invalid_request_error", code, param: null };
  expect(await reply.json()).toEqual({ error: told });
});

it("takes what changes nothing, in a long talk", async () => {
  const talk = Array.from({ length: 100 }, (_, turn) => [
    user(`Question ${turn}?`),
    { role: "assistant", content: `Answer ${turn}.` },
  ]).flat();
  const reply = await openai.chat.completions.create({
    model: world.handle,
    messages: [system, ...talk, user([{ type: "text", text: QUESTION }])],
    max_tokens: 1,
    max_completion_tokens: 1,
    stop: ["striped"],
    n: 1,
    temperature: 2,
    seed: 7,
    user: "someone",
  } as OpenAI.ChatCompletionCreateParamsNonStreaming);
  expect(reply.choices[0]).toMatchObject({
    finish_reason: "stop",
    message: { content: "The Ada lighthouse is striped." },
  });
});
