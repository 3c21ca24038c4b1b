import * as queries from "@understudy/db/queries/source-syncs";
import type { SyncRow } from "@understudy/db/queries/sync-row";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import { notFound } from "../kernel/domain-error.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { ListSyncPagesInput, ListSyncsInput, SyncList, SyncPageList } from "./contract.ts";
import { readSync } from "./read-sync.ts";
import { requireSource } from "./require-source.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);
const PagePosition = z.tuple([z.uuid()]);

/** Each time that a source was brought up to date, newest first. */
export const listSyncs = useCase({
  permission: "source.read",
  input: ListSyncsInput,
  output: SyncList,
  run: async (ctx, { sourceId, cursor, limit }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, Position);
    const rows = await ctx.transaction(async (tx) => {
      await requireSource(tx, sourceId);
      return queries.listSyncs(tx, { sourceId, after, limit: limit + 1 });
    });
    const position = (row: SyncRow) => [new Date(row.createdAtMs).toISOString(), row.id];
    return toPage(rows, limit, { read: readSync, position });
  },
});

/** What became of each address of a site, or member of an archive, in one sync. */
export const listSyncPages = useCase({
  permission: "source.read",
  input: ListSyncPagesInput,
  output: SyncPageList,
  run: async (ctx, { syncId, outcome, cursor, limit }) => {
    const [afterId] = cursor === undefined ? [null] : decodeCursor(cursor, PagePosition);
    const rows = await ctx.transaction(async (tx) => {
      await requireSync(tx, syncId);
      return queries.listSyncPages(tx, { syncId, outcome, afterId, limit: limit + 1 });
    });
    return toPage(rows, limit, { read: (row) => row, position: (row) => [row.id] });
  },
});

/** Refuses one whose source is absent, removed, or not yours. */
export async function requireSync(tx: TenantTx, syncId: string): Promise<queries.SyncVersions> {
  const sync = await queries.findSync(tx, syncId);
  if (!sync) throw notFound("sync");
  await requireSource(tx, sync.sourceId);
  return sync;
}
