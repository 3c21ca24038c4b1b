import type { CallOptions } from "../chat/chat-model.ts";

/**
 * Turns texts into vectors of one model. `embed` takes at most `maxBatchSize` texts and gives one
 * vector of `dimensions` numbers for each, in order, of length 1.
 */
export interface Embedder {
  readonly model: string;
  readonly maxBatchSize: number;
  embed(texts: readonly string[], options: CallOptions): Promise<Float32Array[]>;
}
