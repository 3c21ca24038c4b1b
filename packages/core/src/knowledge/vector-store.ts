import type { VectorIndex } from "@understudy/rag/vector/vector-index";
import type { Context } from "../kernel/context.ts";

/** Where vectors are searched that are not held in memory: an index for each embedding model. */
export interface VectorStore {
  readonly kind: "pgvector" | "pinecone";
  open(
    ctx: Pick<Context, "transaction">,
    of: { model: string; dimensions: number },
  ): Promise<VectorIndex>;
}
