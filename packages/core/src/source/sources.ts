import type { Reach } from "@understudy/db/queries/reach";
import * as queries from "@understudy/db/queries/sources";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import { findReach } from "../access-group/find-reach.ts";
import type { Context } from "../kernel/context.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { ListSourcesInput, RenameSourceInput, Source, SourcePage, SourceRef } from "./contract.ts";
import { readSource } from "./read-source.ts";
import { requireSource } from "./require-source.ts";
import { startIngestion } from "./start-ingestion.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

export const listSources = useCase({
  permission: "source.read",
  input: ListSourcesInput,
  output: SourcePage,
  run: (ctx, wanted) => list(ctx, wanted, async () => null),
});

/** Those that whoever asks may be answered from. */
export const listSourcesWithin = useCase({
  permission: "source.read",
  input: ListSourcesInput,
  output: SourcePage,
  run: (ctx, wanted) => list(ctx, wanted, (tx) => findReach(tx, ctx.actor, wanted.twinId)),
});

async function list(
  ctx: Context,
  { cursor, limit, ...filter }: z.output<typeof ListSourcesInput>,
  reachOf: (tx: TenantTx) => Promise<Reach | null>,
): Promise<z.input<typeof SourcePage>> {
  const after = cursor === undefined ? null : decodeCursor(cursor, Position);
  const rows = await ctx.transaction(async (tx) => {
    await requireTwin(tx, filter.twinId);
    const reach = await reachOf(tx);
    return queries.listSources(tx, { ...filter, reach, after, limit: limit + 1 });
  });
  const position = (row: queries.SourceRow) => [row.createdAt.toISOString(), row.id];
  return toPage(rows, limit, { read: readSource, position });
}

export const getSource = useCase({
  permission: "source.read",
  input: SourceRef,
  output: Source,
  run: (ctx, { sourceId }) =>
    ctx.transaction(async (tx) => readSource(await requireSource(tx, sourceId))),
});

/** The title weighs in retrieval, so the live version is indexed anew under it. */
export const renameSource = useCase({
  permission: "source.write",
  input: RenameSourceInput,
  output: Source,
  run: (ctx, { sourceId, title }) =>
    ctx.transaction(async (tx) => {
      const { twinId, liveVersionId } = await requireSource(tx, sourceId);
      await queries.renameSource(tx, { sourceId, title });
      if (liveVersionId) {
        const ingestible = { twinId, sourceId, sourceVersionId: liveVersionId };
        await startIngestion(ctx, tx, { ...ingestible, trigger: null });
      }
      await ctx.audit(tx, { action: "source.rename", subjectKind: "source", subjectId: sourceId });
      return readSource(await requireSource(tx, sourceId));
    }),
});
