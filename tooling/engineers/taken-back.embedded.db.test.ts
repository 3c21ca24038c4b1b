import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { createUnderstudyClient } from "@understudy/client/create-client";
import { startWireDouble } from "@understudy/rag/chat/testing/wire-double";
import { hangsAfter, textChunk } from "@understudy/rag/chat/testing/wire-replies";
import { expect, test } from "vitest";
import { signUp } from "../product/sign-up.ts";
import { startProduct } from "../product/start-product.ts";

const FACT =
  "The lighthouse at Kereva was painted in green and white stripes in the spring of 1931.";
/** An answer that nobody follows is given up after ten seconds; one that is taken back, before that. */
const AT_ONCE_MS = 5_000;

test("the official MCP client takes a call back, and the model is asked no more", async () => {
  await using model = await startWireDouble(hangsAfter(textChunk("The lighthouse ")));
  const settings = {
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_CHAT_MODEL: "scripted",
  };
  const product = await startProduct(settings);
  try {
    const session = await signUp(product.url);
    const made = { name: "engineer", kind: "secret" };
    const { key } = await session.mutate<{ key: string }>("apiKey.create", made);
    const { api } = createUnderstudyClient({ url: product.url, apiKey: key });
    const twin = await api.twin.create.mutate({ name: "Keeper" });
    await api.source.addText.mutate({ twinId: twin.id, title: "Lights", text: FACT });
    const mcp = new Client({ name: "engineer", version: "1.0.0" });
    const requestInit = { headers: { authorization: `Bearer ${key}` } };
    const address = new URL(`${product.url}/mcp`);
    await mcp.connect(new StreamableHTTPClientTransport(address, { requestInit }));
    const earlier = model.requests.length;
    const takenBack = new AbortController();
    const question = { twin: twin.handle, question: "When was Kereva painted?" };
    const called = mcp.callTool(
      { name: "ask_twin", arguments: question },
      { signal: takenBack.signal },
    );
    const refused = expect(called).rejects.toThrow();
    const asked = () => model.requests.slice(earlier).find(({ path }) => path.includes("chat"));
    await expect.poll(asked, { timeout: 30_000 }).toBeDefined();
    const began = performance.now();
    takenBack.abort();
    await refused;
    await asked()?.closed;
    expect(performance.now() - began).toBeLessThan(AT_ONCE_MS);
    await mcp.close();
  } finally {
    await product.stop();
  }
});
