import type { CallDeadline } from "./call-deadline.ts";
import type { ChatEvent } from "./chat-model.ts";
import { createCharacterJoiner } from "./join-characters.ts";
import { ModelFailure } from "./model-failure.ts";
import { readChatChunk } from "./read-chat-chunk.ts";
import { readProviderFailure } from "./read-provider-failure.ts";
import { createStreamTally } from "./stream-tally.ts";

const USAGE_WAIT_MS = 2_000;

export interface ReadOptions {
  deadline: CallDeadline;
  betweenTokensMs: number;
  maxOutputTokens: number;
}

/**
 * The events of a stream of chunks. Only a stream that says how it finished has ended; one that
 * stops, breaks or repeats itself has failed. Text far beyond the length asked for ends as `length`.
 */
export async function* readChatStream(
  chunks: AsyncIterable<unknown>,
  { deadline, betweenTokensMs, maxOutputTokens }: ReadOptions,
): AsyncGenerator<ChatEvent> {
  const tally = createStreamTally(maxOutputTokens);
  const joinCharacters = createCharacterJoiner();
  try {
    for await (const chunk of chunks) {
      const piece = readChatChunk(chunk);
      tally.take(piece);
      const text = joinCharacters(piece.text);
      if (text) {
        // A slow reader is not a slow model.
        deadline.expect(Number.POSITIVE_INFINITY);
        yield { type: "text", text };
      }
      if (tally.finishReason) deadline.expect(Math.min(betweenTokensMs, USAGE_WAIT_MS));
      else if (piece.isAlive) deadline.expect(betweenTokensMs);
      if (tally.isWhole()) break;
    }
    deadline.throwIfOver();
  } catch (error) {
    const failure = named(error, deadline, tally.hasText());
    const isMalformed = failure instanceof ModelFailure && failure.reason === "model.malformed";
    if (!tally.finishReason || isMalformed) throw failure;
  }
  if (!tally.finishReason) throw withoutEnd(tally.hasText());
  yield { type: "end", finishReason: tally.finishReason, usage: tally.usage };
}

function named(error: unknown, deadline: CallDeadline, began: boolean): unknown {
  try {
    deadline.throwIfOver();
    return readProviderFailure(error, began);
  } catch (over) {
    return over;
  }
}

function withoutEnd(began: boolean): ModelFailure {
  return began
    ? new ModelFailure("model.cut_off", "The model's answer broke off without an end.")
    : new ModelFailure("model.malformed", "The model's stream held no answer.");
}
