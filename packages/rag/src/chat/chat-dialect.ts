import { APIError } from "openai";
import type { ChatCompletionCreateParamsStreaming } from "openai/resources/chat/completions";
import type { ChatRequest } from "./chat-model.ts";

/** What a server or model does not take; learnt from its refusals. */
export interface ChatDialect {
  usageInStream: boolean;
  lengthField: "max_tokens" | "max_completion_tokens";
  temperature: boolean;
}

export const PLAIN_DIALECT: ChatDialect = {
  usageInStream: true,
  lengthField: "max_tokens",
  temperature: true,
};

export function phraseRequest(
  model: string,
  { messages, maxOutputTokens, temperature }: ChatRequest,
  dialect: ChatDialect,
): ChatCompletionCreateParamsStreaming {
  return {
    model,
    messages: messages.map(({ role, content }) => ({ role, content })),
    stream: true,
    [dialect.lengthField]: maxOutputTokens,
    ...(dialect.temperature && { temperature }),
    ...(dialect.usageInStream && { stream_options: { include_usage: true } }),
  };
}

/** The dialect to try after a refusal, or null when the refusal is about something else. */
export function adaptDialect(dialect: ChatDialect, error: unknown): ChatDialect | null {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return null;
  const refusal = `${error.param ?? ""} ${error.message}`;
  if (dialect.usageInStream && /stream_options|include_usage/.test(refusal)) {
    return { ...dialect, usageInStream: false };
  }
  if (dialect.lengthField === "max_tokens" && refusal.includes("max_completion_tokens")) {
    return { ...dialect, lengthField: "max_completion_tokens" };
  }
  if (dialect.temperature && refusal.includes("temperature")) {
    return { ...dialect, temperature: false };
  }
  return null;
}
