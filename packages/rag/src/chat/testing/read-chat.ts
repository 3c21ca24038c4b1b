import type { ChatEvent, ChatModel } from "../chat-model.ts";
import { ModelFailure } from "../model-failure.ts";

export const chatRequest = {
  messages: [{ role: "user" as const, content: "When does the pump run?" }],
  maxOutputTokens: 200,
  temperature: 0.2,
};

export async function readChat(model: ChatModel) {
  let text = "";
  let end: ChatEvent | null = null;
  const call = { signal: new AbortController().signal, correlationId: "c-1" };
  for await (const event of model.stream(chatRequest, call)) {
    if (event.type === "text") text += event.text;
    else end = event;
  }
  return { text, end };
}

/** The failure a call ends in, and the text before it; an answer that seems complete throws. */
export async function readFailingChat(model: ChatModel) {
  let text = "";
  const call = { signal: new AbortController().signal, correlationId: "c-1" };
  try {
    for await (const event of model.stream(chatRequest, call)) {
      if (event.type === "end") throw new Error("It ended as if it were complete.");
      text += event.text;
    }
  } catch (error) {
    if (error instanceof ModelFailure) return { failure: error, text };
    throw error;
  }
  throw new Error("It stopped without an end or a failure.");
}
