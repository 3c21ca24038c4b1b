import { createHash } from "node:crypto";
import { pgvectorIndex } from "@understudy/core/knowledge/pgvector-index";
import type { VectorStore } from "@understudy/core/knowledge/vector-store";
import type { Database } from "@understudy/db/client";
import { ensureVectorTable, type VectorTable } from "@understudy/db/vector-table";
import type { CircuitBreaker } from "@understudy/rag/chat/circuit-breaker";
import { ModelFailure } from "@understudy/rag/chat/model-failure";
import type { VectorIndex } from "@understudy/rag/vector/vector-index";
import type { Environment } from "../env.ts";

/** The store that was named, or Pinecone where there is a key for it; null: memory alone. */
export function openVectorStore(
  env: Environment,
  { db, breaker }: { db: Database; breaker: CircuitBreaker },
): VectorStore | null {
  const { PINECONE_API_KEY: apiKey, VECTOR_STORE: named } = env;
  if (named === "pgvector") return openPgvector(db);
  if (apiKey && named !== "memory") return openPinecone(env, apiKey, breaker);
  return null;
}

function openPgvector(db: Database): VectorStore {
  const tables = new Map<string, Promise<VectorTable | undefined>>();
  return {
    kind: "pgvector",
    async open(ctx, of) {
      const key = `${of.model} ${of.dimensions}`;
      const opening = tables.get(key) ?? ensureVectorTable(db, of);
      tables.set(key, opening);
      const table = await opening.catch((error: unknown) => {
        tables.delete(key);
        throw error;
      });
      if (table) return pgvectorIndex(ctx, table);
      tables.delete(key);
      throw new ModelFailure("model.unreachable", "This database cannot hold the model's vectors.");
    },
  };
}

function openPinecone(env: Environment, apiKey: string, breaker: CircuitBreaker): VectorStore {
  const indexes = new Map<string, VectorIndex>();
  return {
    kind: "pinecone",
    async open(_ctx, { model, dimensions }) {
      const name = indexName(env.PINECONE_INDEX, model);
      const known = indexes.get(name);
      if (known) return known;
      const { pineconeIndex } = await import("@understudy/rag/vector/pinecone-index");
      const { PINECONE_BASE_URL: baseUrl, PINECONE_CLOUD: cloud, PINECONE_REGION: region } = env;
      const index = pineconeIndex({ apiKey, baseUrl, name, dimensions, cloud, region, breaker });
      indexes.set(name, index);
      return index;
    },
  };
}

const LONGEST_NAME = 45;

/** Pinecone takes 45 small letters, digits and hyphens; two models whose names come out alike stay apart. */
export function indexName(prefix: string, model: string): string {
  const wanted = `${prefix}-${model}`;
  const plain = wanted.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  if (plain === wanted && plain.length <= LONGEST_NAME) return plain;
  const digest = createHash("sha256").update(model).digest("hex").slice(0, 8);
  return `${plain.slice(0, LONGEST_NAME - digest.length - 1).replace(/-+$/, "")}-${digest}`;
}
