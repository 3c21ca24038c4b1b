import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { createUnderstudyClient, type UnderstudyClient } from "@understudy/client/create-client";
import { callExamples } from "@understudy/studio/call-examples";
import { generateText, streamText } from "ai";
import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signUp } from "../product/sign-up.ts";
import { startProduct } from "../product/start-product.ts";
import { runProgram, runShell } from "./run-example.ts";

const FACT =
  "The lighthouse at Kereva was painted in green and white stripes in the spring of 1931.";
const QUESTION = "When was the keeper's lighthouse at Kereva painted?";

/** A started product, called from outside by nothing but a key. */
describe("an engineer with a secret key", () => {
  let product: Awaited<ReturnType<typeof startProduct>>;
  let client: UnderstudyClient;
  let openai: OpenAI;
  let twin: { id: string; handle: string };
  let apiKey: string;
  const connect = async (key: string) => {
    const mcp = new Client({ name: "engineer", version: "1.0.0" });
    const headers = { authorization: `Bearer ${key}` };
    const address = new URL(`${product.url}/mcp`);
    await mcp.connect(new StreamableHTTPClientTransport(address, { requestInit: { headers } }));
    return mcp;
  };

  beforeAll(async () => {
    product = await startProduct();
    const session = await signUp(product.url);
    const made = { name: "engineer", kind: "secret" };
    const { key } = await session.mutate<{ key: string }>("apiKey.create", made);
    apiKey = key;
    client = createUnderstudyClient({ url: product.url, apiKey: key });
    openai = new OpenAI({ apiKey: key, baseURL: `${product.url}/v1` });
    twin = await client.api.twin.create.mutate({ name: "Keeper" });
  });
  afterAll(() => product?.stop());

  test("teaches a twin and sees it live", async () => {
    const note = { twinId: twin.id, title: "Lights", text: FACT };
    const { id: sourceId } = await client.api.source.addText.mutate(note);
    const status = async () => (await client.api.source.get.query({ sourceId })).status;
    await expect.poll(status, { timeout: 50_000 }).toBe("live");
  });

  test("searches and asks with types from end to end", async () => {
    const found = await client.api.knowledge.search.query({ twinId: twin.id, query: QUESTION });
    expect(found.passages[0]?.text).toContain("1931");
    const { id: conversationId } = await client.api.chat.start.mutate({ twinId: twin.id });
    let said = "";
    for await (const event of client.ask({ conversationId, message: QUESTION })) {
      if (event.type === "delta") said += event.text;
      if (event.type === "done") expect(event.message.text).toBe(said);
    }
    expect(said).toBe(FACT);
  });

  test("is refused with a reason that a program can read", async () => {
    const absent = client.ask({ conversationId: twin.id, message: QUESTION });
    await expect(absent.next()).rejects.toMatchObject({
      name: "UnderstudyError",
      status: 404,
      reason: "conversation.not_found",
    });
  });

  test("asks through the official OpenAI client, whole and streamed, and gets citations", async () => {
    const asked = { model: twin.handle, messages: [{ role: "user", content: QUESTION }] } as const;
    const whole = await openai.chat.completions.create({ ...asked, messages: [...asked.messages] });
    expect(whole.choices[0]?.message.content).toBe(FACT);
    expect(whole).toMatchObject({ citations: [{ quote: FACT }], understudy: { answered: true } });
    const stream = await openai.chat.completions.create({
      ...asked,
      messages: [...asked.messages],
      stream: true,
    });
    let said = "";
    for await (const chunk of stream) said += chunk.choices[0]?.delta.content ?? "";
    expect(said).toBe(FACT);
  });

  test("asks through the AI SDK, whole and streamed", async () => {
    const provider = createOpenAICompatible({
      name: "understudy",
      baseURL: `${product.url}/v1`,
      apiKey,
    });
    const asked = { model: provider(twin.handle), prompt: QUESTION };
    const whole = await generateText(asked);
    expect([whole.text, whole.finishReason]).toEqual([FACT, "stop"]);
    let said = "";
    for await (const text of streamText(asked).textStream) said += text;
    expect(said).toBe(FACT);
  });

  test("finds the tools by the official MCP client, and asks and searches with them", async () => {
    const mcp = await connect(apiKey);
    const { tools } = await mcp.listTools();
    const names = tools.map(({ name }) => name).toSorted();
    expect(names).toEqual(["ask_twin", "list_sources", "list_twins", "search_knowledge"]);
    // What not every client can read of JSON Schema, and what a server without sessions cannot tell.
    expect(JSON.stringify(tools)).not.toContain('"items":false');
    expect(mcp.getServerCapabilities()?.tools).toEqual({ listChanged: false });
    const call = async (name: string, args: Record<string, unknown>) =>
      (await mcp.callTool({ name, arguments: args })).structuredContent;
    expect(await call("list_twins", {})).toMatchObject({
      twins: expect.arrayContaining([expect.objectContaining({ handle: twin.handle })]),
    });
    expect(await call("list_sources", { twin: twin.handle })).toMatchObject({
      sources: [{ title: "Lights", status: "live" }],
    });
    const query = { twin: twin.handle, query: QUESTION, limit: 1 };
    expect(await call("search_knowledge", query)).toMatchObject({ passages: [{ text: FACT }] });
    const question = { twin: twin.handle, question: QUESTION };
    const first = await call("ask_twin", question);
    expect(first).toMatchObject({ answer: FACT, answered: true, citations: [{ quote: FACT }] });
    const { conversationId } = first as { conversationId: string };
    expect(await call("ask_twin", { ...question, conversationId })).toMatchObject({
      conversationId,
    });
    const other = await client.api.twin.create.mutate({ name: "Another" });
    const mistaken = { ...question, twin: other.handle, conversationId };
    expect(await mcp.callTool({ name: "ask_twin", arguments: mistaken })).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining("conversation.not_found") }],
    });
    await mcp.close();
  });

  test("copies an example from the studio, and it works as it stands", async () => {
    const called = { origin: product.url, twinId: twin.id, handle: twin.handle, apiKey };
    const examples = callExamples({ ...called, question: QUESTION });
    const [client, openAi, curl] = await Promise.all([
      runProgram(examples.client, apiKey),
      runProgram(examples.openai, apiKey),
      runShell(examples.curl, apiKey),
    ]);
    for (const said of [client, openAi]) {
      expect(said).toContain(FACT);
      expect(said).toContain("sourceTitle: 'Lights'");
    }
    expect(JSON.parse(curl)).toMatchObject({
      choices: [{ message: { content: FACT } }],
      citations: [{ sourceTitle: "Lights" }],
    });
    const { url, headers } = JSON.parse(examples.mcp).mcpServers.understudy;
    const mcp = new Client({ name: "assistant", version: "1.0.0" });
    const requestInit = { headers };
    await mcp.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
    const asked = { name: "ask_twin", arguments: { twin: twin.handle, question: QUESTION } };
    expect((await mcp.callTool(asked)).structuredContent).toMatchObject({ answer: FACT });
    await mcp.close();
  });

  test("tells an MCP client why it is refused, and lets nobody in without a key", async () => {
    const mcp = await connect(apiKey);
    const absent = { name: "ask_twin", arguments: { twin: "nobody-here", question: QUESTION } };
    expect(await mcp.callTool(absent)).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining("twin.not_found") }],
    });
    await mcp.close();
    await expect(connect("us_sk_wrong")).rejects.toThrow();
    const reply = await fetch(`${product.url}/mcp`, { method: "POST", body: "{}" });
    expect(reply.status).toBe(401);
    expect(reply.headers.get("www-authenticate")).toBe("Bearer");
  });
});
