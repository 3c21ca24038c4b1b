import { listSourceBlocks as listBlocks } from "@understudy/db/queries/source-blocks";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { BlockPage, ListBlocksInput } from "./contract.ts";
import { requireSource } from "./require-source.ts";

const Position = z.tuple([z.int().min(0)]);

/**
 * The structure of what is live, in reading order: headings, paragraphs, tables and what was said,
 * each with its page and box, sheet and row, or time code. Offsets are UTF-16 into its text.
 */
export const listSourceBlocks = useCase({
  permission: "source.read",
  input: ListBlocksInput,
  output: BlockPage,
  run: async (ctx, { sourceId, cursor, limit }) => {
    const [from] = cursor === undefined ? [0] : decodeCursor(cursor, Position);
    const rows = await ctx.transaction(async (tx) => {
      const { liveVersionId } = await requireSource(tx, sourceId);
      if (!liveVersionId) return [];
      return listBlocks(tx, { sourceVersionId: liveVersionId, from, limit: limit + 1 });
    });
    const nextCursor = rows.length > limit ? encodeCursor([from + limit]) : null;
    return { items: rows.slice(0, limit), nextCursor };
  },
});
