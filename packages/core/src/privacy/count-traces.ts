import type { ErasureRow } from "@understudy/db/queries/erasures";
import {
  allowLong,
  countKeptRows,
  countMentions,
  listTenantTables,
} from "@understudy/db/queries/kept-rows";
import type { Context } from "../kernel/context.ts";
import type { ErasureScope } from "./erasure-scope.ts";

/** Owners' own content and its vectors: nothing there is made from who asks. */
const CONTENT =
  /^(chunks|chunk_embeddings|embedding_cache|source_versions|source_segments|sync_passages|vectors_.+)$/;

export interface Traces {
  /** Rows by table; tables without any are not named. */
  found: Record<string, number>;
  tablesSearched: number;
}

/** Looks through every table there is, as the database itself lists them, for what names the subject. */
export async function countTraces(
  ctx: Context,
  { kind, subjectId, twinId }: ErasureRow,
  scope: ErasureScope,
): Promise<Traces> {
  const tables = await ctx.transaction(listTenantTables);
  const counted =
    kind === "visitor" ? {} : await countOwned(ctx, kind === "twin" ? subjectId : null);
  const found: Record<string, number> = { ...counted };
  const named = kind === "visitor" ? scope.visitor?.ids : kind === "twin" ? [subjectId] : undefined;
  const asText = named
    ? tables.filter(({ name, hasTwin }) => !CONTENT.test(name) && (kind === "visitor" || !hasTwin))
    : [];
  for (const { name: table } of asText) {
    const asked = { table, twinId: kind === "visitor" ? twinId : null, ids: named ?? [] };
    const rows = await ctx.transaction(async (tx) => {
      await allowLong(tx);
      return countMentions(tx, asked);
    });
    if (rows > 0) found[table] = (found[table] ?? 0) + rows;
  }
  return { found, tablesSearched: kind === "visitor" ? asText.length : tables.length };
}

function countOwned(ctx: Context, twinId: string | null): Promise<Record<string, number>> {
  return ctx.transaction(async (tx) => {
    await allowLong(tx);
    return countKeptRows(tx, twinId);
  });
}

/** Where a visitor's address stands though nothing names the visitor: others wrote it. */
export async function countAddress(
  ctx: Context,
  { twinId, email }: { twinId: string; email: string },
): Promise<number> {
  let rows = 0;
  for (const { name: table, hasTwin } of await ctx.transaction(listTenantTables)) {
    if (CONTENT.test(table) || !hasTwin) continue;
    const asked = { table, twinId, ids: [], words: [email] };
    rows += await ctx.transaction((tx) => countMentions(tx, asked));
  }
  return rows;
}
