import { listChunks } from "@understudy/db/queries/chunks";
import type { SyncVersions } from "@understudy/db/queries/source-syncs";
import { type ChangedPassage, listSyncPassages } from "@understudy/db/queries/version-changes";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { ListSyncChangesInput, SyncChangeList } from "./contract.ts";
import { requireSync } from "./syncs.ts";

const Position = z.tuple([z.enum(["added", "removed"]), z.int()]);

/** The passages that one sync brought and took away; of a source's first, all that it brought. */
export const listSyncChanges = useCase({
  permission: "source.read",
  input: ListSyncChangesInput,
  output: SyncChangeList,
  run: async (ctx, { syncId, cursor, limit }) => {
    const after = cursor === undefined ? null : readPosition(cursor);
    const rows = await ctx.transaction(async (tx) => {
      const sync = await requireSync(tx, syncId);
      if (isFirst(sync)) return listFirst(tx, sync, { after, limit: limit + 1 });
      return listSyncPassages(tx, { syncId, after, limit: limit + 1 });
    });
    const read = ({ id, change, text, locator }: ChangedPassage) => ({ id, change, text, locator });
    return toPage(rows, limit, { read, position: (row) => [row.change, row.ordinal] });
  },
});

function readPosition(cursor: string) {
  const [change, ordinal] = decodeCursor(cursor, Position);
  return { change, ordinal };
}

function isFirst({ status, previousVersionId }: SyncVersions): boolean {
  return status === "succeeded" && previousVersionId === null;
}

async function listFirst(
  tx: TenantTx,
  { sourceVersionId }: SyncVersions,
  { after, limit }: { after: { ordinal: number } | null; limit: number },
): Promise<ChangedPassage[]> {
  if (!sourceVersionId) return [];
  const page = { sourceVersionId, afterOrdinal: after?.ordinal ?? -1, limit };
  return (await listChunks(tx, page)).map((chunk) => ({ ...chunk, change: "added" }));
}
