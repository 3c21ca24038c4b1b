/** What a reply says that its call took; null where it says nothing that can be counted. */
export function readTokens(reply: unknown): number | null {
  const { usage } = Object(reply) as { usage?: unknown };
  const { prompt_tokens: tokens } = Object(usage) as { prompt_tokens?: unknown };
  return Number.isSafeInteger(tokens) && (tokens as number) >= 0 ? (tokens as number) : null;
}
