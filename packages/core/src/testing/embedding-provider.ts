import { openEmbedders } from "@understudy/rag/embed/open-embedders";
import { openAiEmbedder } from "@understudy/rag/embed/openai-embedder";
import {
  type DoubleModel,
  type EmbeddingDouble,
  startEmbeddingDouble,
} from "@understudy/rag/embed/testing/embedding-double";
import type { Ports } from "../kernel/ports.ts";

export interface EmbeddingProvider extends AsyncDisposable {
  double: EmbeddingDouble;
  ports: Pick<Ports, "embedder" | "embedders">;
}

/** A provider on loopback, spoken to by the real client; the first model is the configured one. */
export async function openEmbeddingProvider(
  models: Record<string, DoubleModel>,
): Promise<EmbeddingProvider> {
  const double = await startEmbeddingDouble(models);
  const { embedders } = openEmbedders((model, breaker) =>
    openAiEmbedder({ apiKey: "k", baseUrl: double.baseUrl, model, breaker, timeoutMs: 2_000 }),
  );
  const [configured = ""] = Object.keys(models);
  return {
    double,
    ports: { embedder: embedders.open(configured), embedders },
    [Symbol.asyncDispose]: () => double[Symbol.asyncDispose](),
  };
}
