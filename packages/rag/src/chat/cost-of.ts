import type { TokenUsage } from "./chat-model.ts";

export interface TokenPrice {
  currency: string;
  perMillionInputTokens: number;
  perMillionOutputTokens: number;
}

/** What a call cost in the price's currency; the price is the operator's configuration. */
export function costOf(usage: TokenUsage, price: TokenPrice): number {
  const input = usage.inputTokens * price.perMillionInputTokens;
  const output = usage.outputTokens * price.perMillionOutputTokens;
  return (input + output) / 1_000_000;
}
