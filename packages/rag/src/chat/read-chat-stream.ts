import type { CallDeadline } from "./call-deadline.ts";
import type { ChatEvent } from "./chat-model.ts";
import { ModelFailure } from "./model-failure.ts";
import type { Arrivals } from "./open-arrivals.ts";
import { createChunkReader } from "./read-chunks.ts";
import { readProviderFailure } from "./read-provider-failure.ts";
import { createThoughtSieve } from "./skip-thoughts.ts";
import { createStreamTally } from "./stream-tally.ts";

const USAGE_WAIT_MS = 2_000;
/** From the last that matters of a stream to its end. */
const END_WAIT_MS = 500;
/** The first sentences are read word by word; what follows, several words at a time. */
const EAGER_CHARACTERS = 400;
const REST_MS = 200;

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
  arrivals: Arrivals,
  { deadline, betweenTokensMs, maxOutputTokens }: ReadOptions,
): AsyncGenerator<ChatEvent> {
  const tally = createStreamTally(maxOutputTokens);
  const reader = createChunkReader(tally);
  const sieve = createThoughtSieve();
  let given = 0;
  try {
    while (!reader.isOver()) {
      const piece = await arrivals.take(given < EAGER_CHARACTERS ? 0 : REST_MS);
      if (piece === null) break;
      const read = reader.read(piece);
      const text = sieve.take(read.text);
      given += text.length;
      if (text) {
        // A slow reader is not a slow model.
        deadline.expect(Number.POSITIVE_INFINITY);
        yield { type: "text", text };
      }
      if (read.broke) throw read.broke.error;
      if (tally.finishReason) deadline.expect(Math.min(betweenTokensMs, USAGE_WAIT_MS));
      else if (read.isAlive) deadline.expect(betweenTokensMs);
    }
    deadline.throwIfOver();
  } catch (error) {
    const failure = named(error, deadline, tally.hasText());
    const isMalformed = failure instanceof ModelFailure && failure.reason === "model.malformed";
    if (!tally.finishReason || isMalformed) throw failure;
  } finally {
    arrivals.close(tally.usage === null ? 0 : END_WAIT_MS);
  }
  if (!tally.finishReason) throw withoutEnd(tally.hasText());
  const rest = sieve.end();
  if (rest) yield { type: "text", text: rest };
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
