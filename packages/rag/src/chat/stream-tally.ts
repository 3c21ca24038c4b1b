import type { FinishReason, TokenUsage } from "./chat-model.ts";
import { ModelFailure } from "./model-failure.ts";
import type { ChatPiece } from "./read-chat-chunk.ts";

const TEXT_UNITS_PER_TOKEN = 16;
const THREE_WORDS = /\p{L}[^\p{L}]+\p{L}+[^\p{L}]+\p{L}/u;

export interface StreamTally {
  readonly finishReason: FinishReason | null;
  readonly usage: TokenUsage | null;
  /** Throws a ModelFailure when a chunk comes twice, or text after the end. */
  take(piece: ChatPiece): void;
  hasText(): boolean;
  /** Nothing more is to come that matters. */
  isWhole(): boolean;
}

/** What a stream has shown so far. */
export function createStreamTally(maxOutputTokens: number): StreamTally {
  let finishReason: FinishReason | null = null;
  let usage: TokenUsage | null = null;
  let units = 0;
  let last = "";
  const isTooLong = () => units > maxOutputTokens * TEXT_UNITS_PER_TOKEN;
  return {
    get finishReason() {
      return finishReason;
    },
    get usage() {
      return usage;
    },
    take(piece) {
      // One word may well come twice; several in one chunk, twice in a row, are a replay.
      const isReplay = piece.text === last && THREE_WORDS.test(last);
      if (piece.text && (isReplay || finishReason)) throw replayed();
      usage = piece.usage ?? usage;
      if (piece.text) last = piece.text;
      units += piece.text.length;
      finishReason ??= isTooLong() ? "length" : piece.finishReason;
    },
    hasText: () => units > 0,
    isWhole: () => finishReason !== null && (usage !== null || isTooLong()),
  };
}

function replayed(): ModelFailure {
  return new ModelFailure("model.malformed", "The model's stream repeats itself.");
}
