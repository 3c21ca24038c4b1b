import { listChunks } from "@understudy/db/queries/chunks";
import { getParsedVersion } from "@understudy/db/queries/source-versions";
import type { SourceRow } from "@understudy/db/queries/sources";
import { z } from "zod";
import { DomainError } from "../kernel/domain-error.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { ChunkPage, ListChunksInput, SourceRef, SourceText } from "./contract.ts";
import { requireSource } from "./require-source.ts";

const Position = z.tuple([z.int()]);

/** The passages of what is live, in order. */
export const listSourceChunks = useCase({
  permission: "source.read",
  input: ListChunksInput,
  output: ChunkPage,
  run: async (ctx, { sourceId, cursor, limit }) => {
    const [afterOrdinal] = cursor === undefined ? [-1] : decodeCursor(cursor, Position);
    const rows = await ctx.transaction(async (tx) => {
      const { liveVersionId } = await requireSource(tx, sourceId);
      if (!liveVersionId) return [];
      return listChunks(tx, { sourceVersionId: liveVersionId, afterOrdinal, limit: limit + 1 });
    });
    return toPage(rows, limit, { read: (row) => row, position: (row) => [row.ordinal] });
  },
});

/** The text as it was understood; chunk and citation offsets point into it. */
export const getSourceText = useCase({
  permission: "source.read",
  input: SourceRef,
  output: SourceText,
  run: (ctx, { sourceId }) =>
    ctx.transaction(async (tx) => {
      const source = await requireSource(tx, sourceId);
      const { text } = await getParsedVersion(tx, requireLiveVersion(source));
      return { sourceId, title: source.title, text };
    }),
});

export function requireLiveVersion(source: SourceRow): string {
  if (source.liveVersionId) return source.liveVersionId;
  throw new DomainError("conflict", "source.not_live", "This source is not live.");
}
