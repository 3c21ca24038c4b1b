import { createHash } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { engineOf } from "./engine/registry.ts";

/** pgvector indexes full floats up to 2,000 dimensions and half floats up to 4,000. */
const MOST_FULL_DIMENSIONS = 2_000;
const MOST_DIMENSIONS = 4_000;

/** The table of one embedding model's vectors. */
export interface VectorTable {
  readonly name: string;
  readonly type: "vector" | "halfvec";
  readonly dimensions: number;
}

/**
 * Makes the table where it is missing: its rows are derived from `chunk_embeddings`, so no migration
 * keeps them. Undefined where pgvector is not installed, or cannot index so many dimensions.
 */
export async function ensureVectorTable(
  db: Database,
  { model, dimensions }: { model: string; dimensions: number },
): Promise<VectorTable | undefined> {
  if (dimensions > MOST_DIMENSIONS) return undefined;
  const table = describe(model, dimensions);
  return engineOf(db).ownerTransaction(async (owner) => {
    const installed = await owner.rows("select from pg_extension where extname = 'vector'");
    if (installed.length === 0) return undefined;
    await owner.rows("select pg_advisory_xact_lock(hashtext($1))", [table.name]);
    const [found] = await owner.rows<{ name: string | null }>("select to_regclass($1) as name", [
      table.name,
    ]);
    if (!found?.name) await owner.run(definition(table));
    return table;
  });
}

/** The type with its operator class, as the table's index has it. */
export function typeOf({ type, dimensions }: VectorTable): SQL {
  return sql.raw(`${type}(${dimensions})`);
}

function describe(model: string, dimensions: number): VectorTable {
  const digest = createHash("sha256").update(model).digest("hex").slice(0, 16);
  const type = dimensions > MOST_FULL_DIMENSIONS ? "halfvec" : "vector";
  return { name: `vectors_${dimensions}_${digest}`, type, dimensions };
}

function definition({ name, type, dimensions }: VectorTable): string {
  return `
    create table ${name} (
      tenant_id uuid not null default nullif(current_setting('app.tenant_id', true), '')::uuid,
      twin_id uuid not null,
      source_version_id uuid not null,
      ordinal integer not null,
      embedding ${type}(${dimensions}) not null,
      primary key (source_version_id, ordinal)
    );
    create index ${name}_near on ${name} using hnsw (embedding ${type}_cosine_ops);
    create index ${name}_twin on ${name} (twin_id, source_version_id);
    select secure_tenant_table('${name}', twin_column => 'twin_id');
    grant select, insert, update, delete on ${name} to understudy_app;`;
}
