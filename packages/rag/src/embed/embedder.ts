import type { CallOptions } from "../chat/chat-model.ts";
import type { TokenPrice } from "../chat/cost-of.ts";

/**
 * Turns texts into vectors of one model. `embed` takes at most `maxBatchSize` texts and gives one
 * vector of `dimensions` numbers for each, in order, of length 1.
 */
export interface Embedder {
  readonly model: string;
  readonly maxBatchSize: number;
  /** Absent where nobody said what it costs. */
  readonly price?: TokenPrice | null | undefined;
  embed(texts: readonly string[], options: EmbedOptions): Promise<Float32Array[]>;
}

export interface EmbedOptions extends CallOptions {
  /** Hears how many tokens the provider counted, where it says so. */
  noteTokens?(tokens: number): void;
}
