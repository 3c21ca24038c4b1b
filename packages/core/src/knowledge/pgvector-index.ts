import {
  deleteVectors,
  listVectorOrdinals,
  listVectorVersions,
  searchVectors,
  upsertVectors,
} from "@understudy/db/queries/vectors";
import type { VectorTable } from "@understudy/db/vector-table";
import type { VectorIndex } from "@understudy/rag/vector/vector-index";
import type { Context } from "../kernel/context.ts";

const ROWS_PER_WRITE = 200;

/** The vectors of one model in the database itself; a namespace is a twin of the caller's tenant. */
export function pgvectorIndex(ctx: Pick<Context, "transaction">, table: VectorTable): VectorIndex {
  return {
    async upsert(twinId, vectors) {
      for (let first = 0; first < vectors.length; first += ROWS_PER_WRITE) {
        const rows = vectors
          .slice(first, first + ROWS_PER_WRITE)
          .map(({ segmentId: sourceVersionId, ...rest }) => ({ sourceVersionId, ...rest }));
        await ctx.transaction((tx) => upsertVectors(tx, table, { twinId, rows }));
      }
    },
    async search(twinId, query) {
      const rows = await ctx.transaction((tx) => searchVectors(tx, table, { twinId, ...query }));
      return rows.map(({ sourceVersionId: segmentId, ...rest }) => ({ segmentId, ...rest }));
    },
    listOrdinals: (_twinId, segmentId) =>
      ctx.transaction((tx) => listVectorOrdinals(tx, table, segmentId)),
    listSegments: (twinId) => ctx.transaction((tx) => listVectorVersions(tx, table, twinId)),
    removeSegment: (twinId, sourceVersionId) =>
      ctx.transaction((tx) => deleteVectors(tx, table, { twinId, sourceVersionId })),
    removeNamespace: (twinId) => ctx.transaction((tx) => deleteVectors(tx, table, { twinId })),
  };
}
