import type { VectorIndex } from "@understudy/rag/vector/vector-index";
import type { Context } from "../kernel/context.ts";

/** The store that is no other place than the database, which keeps all vectors. */
export const IN_DATABASE = "pgvector";

/** Where vectors are searched that are not held in memory: an index for each embedding model. */
export interface VectorStore {
  readonly kind: typeof IN_DATABASE | "pinecone";
  open(
    ctx: Pick<Context, "transaction">,
    of: { model: string; dimensions: number },
  ): Promise<VectorIndex>;
}
