interface Example {
  origin: string;
  /** A twin's handle: what the API calls a model. */
  handle: string;
}

export function curlExample({ origin, handle }: Example): string {
  return `curl ${origin}/v1/chat/completions \\
  -H "Authorization: Bearer $UNDERSTUDY_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{
    "model": "${handle}",
    "messages": [{ "role": "user", "content": "What do you advise before a first meeting?" }]
  }'`;
}

export function openAiExample({ origin, handle }: Example): string {
  return `import OpenAI from "openai";

const client = new OpenAI({
  baseURL: "${origin}/v1",
  apiKey: process.env.UNDERSTUDY_API_KEY,
});

const answer = await client.chat.completions.create({
  model: "${handle}",
  messages: [{ role: "user", content: "What do you advise before a first meeting?" }],
});

console.log(answer.choices[0].message.content);
console.log(answer.citations);`;
}
