import { type ChunkRow, listChunks } from "@understudy/db/queries/chunks";
import { getParsedVersion } from "@understudy/db/queries/source-versions";
import type { SourceRow } from "@understudy/db/queries/sources";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import { DomainError } from "../kernel/domain-error.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { listChildChunks, readChildTexts } from "./collection/read-children.ts";
import { type Chunk, ChunkPage, ListChunksInput, SourceRef, SourceText } from "./contract.ts";
import { requireSource } from "./require-source.ts";

const Position = z.tuple([z.int(), z.uuid().nullable()]);

/** The passages of what is live, in order; of a site or an archive those of its sources, one after another. */
export const listSourceChunks = useCase({
  permission: "source.read",
  input: ListChunksInput,
  output: ChunkPage,
  run: async (ctx, { sourceId, cursor, limit }) => {
    const [afterOrdinal, childId] =
      cursor === undefined ? [-1, null] : decodeCursor(cursor, Position);
    const page = { afterOrdinal, childId, limit: limit + 1 };
    const rows = await ctx.transaction(async (tx) =>
      listLiveChunks(tx, await requireSource(tx, sourceId), page),
    );
    return toPage(rows, limit, {
      read: readChunk,
      position: (row) => [row.ordinal, row.childId],
    });
  },
});

function readChunk({ id, ordinal, text, locator, state, shownText, isPinned }: ChunkRow): Chunk {
  return {
    id,
    ordinal,
    text: shownText ?? text,
    locator,
    ...(state && { state }),
    ...(shownText !== null && { original: text }),
    ...(isPinned && { pinned: true }),
  };
}

async function listLiveChunks(
  tx: TenantTx,
  { id, pages, liveVersionId: sourceVersionId }: SourceRow,
  page: { afterOrdinal: number; childId: string | null; limit: number },
): Promise<(ChunkRow & { childId: string | null })[]> {
  if (pages) return listChildChunks(tx, { parentId: id, ...page });
  if (!sourceVersionId) return [];
  const rows = await listChunks(tx, { sourceVersionId, ...page });
  return rows.map((row) => ({ ...row, childId: null }));
}

/** The text as it was understood; chunk and citation offsets point into it. */
export const getSourceText = useCase({
  permission: "source.read",
  input: SourceRef,
  output: SourceText,
  run: (ctx, { sourceId }) =>
    ctx.transaction(async (tx) => {
      const source = await requireSource(tx, sourceId);
      const versionId = requireLiveVersion(source);
      const text = source.pages
        ? await readChildTexts(tx, sourceId)
        : (await getParsedVersion(tx, versionId)).text;
      return { sourceId, title: source.title, text };
    }),
});

export function requireLiveVersion(source: SourceRow): string {
  if (source.liveVersionId) return source.liveVersionId;
  throw new DomainError("conflict", "source.not_live", "This source is not live.");
}
