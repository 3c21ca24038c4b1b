import { type CircuitBreaker, createCircuitBreaker } from "../chat/circuit-breaker.ts";
import { ModelFailure } from "../chat/model-failure.ts";
import type { Embedder } from "./embedder.ts";

/** The models of the one provider: a twin keeps the one that it was indexed by. */
export interface Embedders {
  /** Null: there is no provider. */
  open(model: string): Embedder | null;
  /** The same for a name that may be no model at all: what its calls meet is not held against anything. */
  tryOut(model: string): Embedder | null;
  /** What its calls have met in this process, while they fail. */
  failureOf(model: string): string | null;
}

type Make = (model: string, breaker: CircuitBreaker) => Embedder;

export interface OpenedEmbedders {
  embedders: Embedders;
  /** Those that were used, the first one first. */
  observed(): Observed[];
}

interface Observed {
  model: string;
  breaker: Pick<CircuitBreaker, "phase" | "lastCall"> & { lastFailure(): string | null };
}

interface Opened extends Observed {
  embedder: Embedder;
}

/** Models of one provider, each with a breaker of its own: one that is gone does not take the others along. */
export function openEmbedders(make: Make | null): OpenedEmbedders {
  const opened = new Map<string, Opened>();
  const open = (model: string): Embedder | null => {
    if (!make) return null;
    const one = opened.get(model) ?? openOne(make, model);
    opened.set(model, one);
    return one.embedder;
  };
  return {
    embedders: {
      open,
      tryOut: (model) => make?.(model, createCircuitBreaker()) ?? null,
      failureOf: (model) => opened.get(model)?.breaker.lastFailure() ?? null,
    },
    observed: () => [...opened.values()],
  };
}

/** A model that the server does not have any more is refused, which a breaker takes for a sign of life. */
function openOne(make: Make, model: string): Opened {
  const breaker = createCircuitBreaker();
  const embedder = make(model, breaker);
  let lastFailure: string | null = null;
  return {
    model,
    breaker: { phase: breaker.phase, lastCall: breaker.lastCall, lastFailure: () => lastFailure },
    embedder: {
      ...embedder,
      async embed(texts, call) {
        try {
          const vectors = await embedder.embed(texts, call);
          lastFailure = null;
          return vectors;
        } catch (error) {
          if (error instanceof ModelFailure) lastFailure = error.reason;
          throw error;
        }
      },
    },
  };
}
