import type { Embedder } from "@understudy/rag/embed/embedder";
import { estimateTokens } from "@understudy/rag/write/estimate-tokens";
import type { Context } from "../kernel/context.ts";
import { payFor, spendOf } from "./pay-for.ts";

/** Asks the budgets before each call and books it after; throws a ModelFailure where one has no room: words alone decide then. */
export function meterEmbedder(ctx: Context, twinId: string | null, embedder: Embedder): Embedder {
  const { price } = embedder;
  return {
    ...embedder,
    embed(texts, options) {
      if (texts.length === 0) return Promise.resolve([]);
      let inputTokens = texts.reduce((total, text) => total + estimateTokens(text), 0);
      const spend = () => spendOf({ inputTokens, outputTokens: 0 }, price);
      const called = { id: "embeddings", model: embedder.model } as const;
      const payment = { twinId, called, most: spend(), took: spend, signal: options.signal };
      const noteTokens = (told: number) => {
        inputTokens = told;
      };
      return payFor(ctx, payment, (hide) => {
        const read = texts.map((text) => hide(text).text);
        return embedder.embed(read, { ...options, noteTokens });
      });
    },
  };
}
