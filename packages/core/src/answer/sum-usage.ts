import type { TokenUsage } from "@understudy/rag/chat/chat-model";

/** Of several calls; null where none said. */
export function sumUsage(calls: readonly (TokenUsage | null)[]): TokenUsage | null {
  const told = calls.filter((usage) => usage !== null);
  if (told.length === 0) return null;
  return {
    inputTokens: told.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
    outputTokens: told.reduce((sum, { outputTokens }) => sum + outputTokens, 0),
  };
}
