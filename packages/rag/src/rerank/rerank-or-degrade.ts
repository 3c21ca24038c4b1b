import { ModelFailure } from "../chat/model-failure.ts";
import type { Rerank } from "./rerank.ts";

/** The first while it works, else the second, which needs nobody; `noteFailure` hears of each failure. */
export function rerankOrDegrade(
  first: Rerank,
  second: Rerank,
  noteFailure: (failure: ModelFailure, correlationId: string) => void,
): Rerank {
  return async (query, candidates, context) => {
    try {
      return await first(query, candidates, context);
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      noteFailure(error, context.correlationId);
      return second(query, candidates, context);
    }
  };
}
