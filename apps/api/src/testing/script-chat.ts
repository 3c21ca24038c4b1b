import type { ChatDeadlines } from "@understudy/rag/chat/openai-chat";
import { openAiChat } from "@understudy/rag/chat/openai-chat";
import {
  startWireDouble,
  type WireDouble,
  type WireReply,
} from "@understudy/rag/chat/testing/wire-double";
import type { TestApp } from "./start-test-app.ts";

const DEADLINES: ChatDeadlines = { firstTokenMs: 4_000, betweenTokensMs: 4_000, totalMs: 30_000 };

export interface ScriptedChat extends WireDouble {
  /** Every prompt it was sent, each as one text. */
  prompts(): string[];
}

/** From now on the apps' model is the real client before a server that replies as the test says. */
export async function scriptChat(
  apps: readonly TestApp[],
  replies: readonly WireReply[],
  deadlines: Partial<ChatDeadlines> = {},
): Promise<ScriptedChat> {
  const wire = await startWireDouble(...replies);
  const { baseUrl, requests } = wire;
  const chat = openAiChat({
    apiKey: "sk-canary-4f1e9b7c",
    baseUrl,
    model: "scripted",
    deadlines: { ...DEADLINES, ...deadlines },
  });
  for (const { resources } of apps) resources.ports.chat = chat;
  const prompts = () => requests.map(({ body }) => JSON.stringify(body));
  return { ...wire, prompts };
}
