import type { Form } from "#app/api-search.ts";

export interface Called {
  origin: string;
  twinId: string;
  /** What the API calls a model. */
  handle: string;
  question: string;
  /** Shown where a file of settings cannot read it from the environment. */
  apiKey: string;
}

/** Programs and settings that work as they stand, with the key in UNDERSTUDY_API_KEY. */
export function callExamples(called: Called): Record<Form, string> {
  return {
    client: clientExample(called),
    openai: openAiExample(called),
    mcp: mcpExample(called),
    curl: curlExample(called),
  };
}

function clientExample({ origin, twinId, question }: Called): string {
  return `import { createUnderstudyClient } from "@understudy/client";

const understudy = createUnderstudyClient({
  url: ${JSON.stringify(origin)},
  apiKey: process.env.UNDERSTUDY_API_KEY ?? null,
});

const twinId = ${JSON.stringify(twinId)};
const { id: conversationId } = await understudy.api.chat.start.mutate({ twinId });

const message = ${JSON.stringify(question)};
for await (const event of understudy.ask({ conversationId, message })) {
  if (event.type === "delta") process.stdout.write(event.text);
  if (event.type === "done") console.log(event.message.citations);
}`;
}

function openAiExample({ origin, handle, question }: Called): string {
  return `import OpenAI from "openai";

const client = new OpenAI({
  baseURL: ${JSON.stringify(`${origin}/v1`)},
  apiKey: process.env.UNDERSTUDY_API_KEY,
});

const answer = await client.chat.completions.create({
  model: ${JSON.stringify(handle)},
  messages: [{ role: "user", content: ${JSON.stringify(question)} }],
});

console.log(answer.choices[0].message.content);
console.log(answer.citations);`;
}

function mcpExample({ origin, apiKey }: Called): string {
  const understudy = {
    type: "http",
    url: `${origin}/mcp`,
    headers: { Authorization: `Bearer ${apiKey}` },
  };
  return JSON.stringify({ mcpServers: { understudy } }, null, 2);
}

function curlExample({ origin, handle, question }: Called): string {
  const messages = [{ role: "user", content: question }];
  const body = JSON.stringify({ model: handle, messages }, null, 2);
  return `curl ${origin}/v1/chat/completions \\
  -H "Authorization: Bearer $UNDERSTUDY_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '${body.replaceAll("'", "'\\''")}'`;
}
