import { createUnderstudyClient } from "@understudy/client";
import type { Form } from "#app/api-search.ts";
import type { Called } from "./call-examples.ts";

export interface Quoted {
  sourceTitle: string;
  quote: string;
}

export interface Reply {
  text: string;
  citations: Quoted[];
}

interface Running {
  signal: AbortSignal;
  /** The answer as far as it is known. */
  onText(text: string): void;
}

/** Asks with the key and nothing else: what works here works elsewhere. Throws an Error with the refusal's words. */
export function runExample(form: Form, called: Called, running: Running): Promise<Reply> {
  if (form === "client") return runClient(called, running);
  return form === "mcp" ? runTool(called, running) : runCompletion(called, running);
}

const withoutCookies: typeof fetch = (address, init) =>
  fetch(address, { ...init, credentials: "omit" });

async function runClient(
  { origin, apiKey, twinId, question }: Called,
  { signal, onText }: Running,
): Promise<Reply> {
  const client = createUnderstudyClient({ url: origin, apiKey, fetch: withoutCookies });
  const { id: conversationId } = await client.api.chat.start.mutate({ twinId }, { signal });
  let text = "";
  for await (const event of client.ask({ conversationId, message: question, signal })) {
    if (event.type === "delta") text += event.text;
    if (event.type === "replace") text = event.text;
    onText(text);
    if (event.type === "done") return event.message;
    if (event.type === "error") throw new Error(event.reason);
  }
  throw new Error("The answer broke off.");
}

async function runCompletion(
  { origin, apiKey, handle: model, question: content }: Called,
  { signal }: Running,
): Promise<Reply> {
  const body = { model, messages: [{ role: "user", content }] };
  const reply = await post(`${origin}/v1/chat/completions`, { apiKey, body, signal });
  const { choices, citations, error } = JSON.parse(await reply.text());
  if (!reply.ok) throw new Error(error?.message ?? `The reply was ${reply.status}.`);
  return { text: choices[0].message.content, citations };
}

async function runTool(
  { origin, apiKey, handle: twin, question }: Called,
  { signal }: Running,
): Promise<Reply> {
  const params = { name: "ask_twin", arguments: { twin, question } };
  const body = { jsonrpc: "2.0", id: 1, method: "tools/call", params };
  const reply = await post(`${origin}/mcp`, { apiKey, body, signal });
  const said = await reply.text();
  const data = /^data: (.*)$/m.exec(said)?.[1] ?? said;
  const { result, error } = JSON.parse(data);
  if (!result || result.isError) {
    throw new Error(result?.content[0]?.text ?? error?.message ?? `The reply was ${reply.status}.`);
  }
  const { answer: text, citations } = result.structuredContent;
  return { text, citations };
}

function post(
  address: string,
  { apiKey, body, signal }: { apiKey: string; body: object; signal: AbortSignal },
): Promise<Response> {
  return withoutCookies(address, {
    method: "POST",
    headers: {
      authorization: `Bearer ${apiKey}`,
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
    },
    body: JSON.stringify(body),
    signal,
  });
}
