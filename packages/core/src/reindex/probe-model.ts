import { ModelFailure } from "@understudy/rag/chat/model-failure";
import { meterEmbedder } from "../budget/meter-embedder.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { findVectorStore } from "../knowledge/find-vector-store.ts";

const PROBE = "How long is a vector of this model?";
const TIMEOUT_MS = 15_000;

/** How many dimensions a model's vectors have; refuses one that does not answer, or that no store here can hold. */
export async function probeModel(
  ctx: Context,
  { twinId, model }: { twinId: string; model: string },
): Promise<number> {
  const embedder = ctx.ports.embedders.tryOut(model);
  if (!embedder) {
    throw new DomainError(
      "unavailable",
      "index.no_provider",
      "This instance has no provider of embeddings: set OPENAI_API_KEY or OPENAI_BASE_URL.",
    );
  }
  const signal = AbortSignal.any([ctx.signal, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    const metered = meterEmbedder(ctx, twinId, embedder);
    const [vector] = await metered.embed([PROBE], { signal, correlationId: ctx.correlationId });
    const dimensions = vector!.length;
    const vectorStore = await findVectorStore(ctx, twinId);
    await vectorStore?.open(ctx, { model, dimensions });
    return dimensions;
  } catch (error) {
    ctx.signal.throwIfAborted();
    if (!(error instanceof ModelFailure) && !signal.aborted) throw error;
    const isRefused = error instanceof ModelFailure && error.reason === "model.refused_request";
    throw new DomainError(
      isRefused ? "invalid" : "unavailable",
      "index.model_failed",
      `The provider gave no vectors by “${model}”. Nothing was changed.`,
    );
  }
}
