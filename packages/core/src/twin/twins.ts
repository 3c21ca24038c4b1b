import { findOpenErasure } from "@understudy/db/queries/erasures";
import * as queries from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/domain-error.ts";
import { decodeCursor, PageInput, toPage } from "../kernel/page.ts";
import { requireAllTwins, useCase } from "../kernel/use-case.ts";
import { cancelPurge, planPurge } from "../retention/plan-purge.ts";
import { Twin, TwinPage, TwinRef, UpdateTwinInput } from "./contract.ts";
import { asHandleTaken } from "./create-twin.ts";
import { readTwin } from "./read-twin.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

export const listTwins = useCase({
  permission: "twin.read",
  input: PageInput.extend({ archived: z.boolean().default(false) }),
  output: TwinPage,
  run: async (ctx, { cursor, limit, archived }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, Position);
    const rows = await ctx.transaction((tx) =>
      queries.listTwins(tx, { after, limit: limit + 1, archived }),
    );
    const position = (row: queries.TwinRow) => [row.createdAt.toISOString(), row.id];
    return toPage(rows, limit, { read: readTwin, position });
  },
});

export const getTwin = useCase({
  permission: "twin.read",
  input: TwinRef,
  output: Twin,
  run: (ctx, { twinId }) => ctx.transaction(async (tx) => readTwin(await requireTwin(tx, twinId))),
});

export const updateTwin = useCase({
  permission: "twin.write",
  input: UpdateTwinInput,
  output: Twin,
  run: async (ctx, { twinId, ...changes }) => {
    try {
      return await change(ctx, "twin.update", twinId, (tx) =>
        queries.updateTwin(tx, { twinId, changes }),
      );
    } catch (error) {
      throw asHandleTaken(error);
    }
  },
});

export const archiveTwin = useCase({
  permission: "twin.write",
  input: TwinRef,
  output: Twin,
  run: (ctx, { twinId }) =>
    change(ctx, "twin.archive", twinId, (tx) => queries.archiveTwin(tx, twinId)),
});

/** Undoes an archiving, and a removal that has not been purged. */
export const restoreTwin = useCase({
  permission: "twin.write",
  input: TwinRef,
  output: Twin,
  run: (ctx, { twinId }) =>
    change(ctx, "twin.restore", twinId, async (tx) => {
      if (await findOpenErasure(tx, twinId)) throw notFound("twin");
      await cancelPurge(tx, { kind: "twin", id: twinId });
      return queries.restoreTwin(tx, twinId);
    }),
});

/** Stops answering at once; what it owns is purged after the time to undo. */
export const removeTwin = useCase({
  permission: "twin.remove",
  input: TwinRef,
  output: Twin,
  run: async (ctx, { twinId }) => {
    requireAllTwins(ctx);
    return change(ctx, "twin.remove", twinId, async (tx) => {
      const row = await queries.removeTwin(tx, twinId);
      const removed = { kind: "twin", id: twinId } as const;
      if (row) await planPurge(ctx, tx, { removed, twinId: null, restorable: true });
      return row;
    });
  },
});

async function change(
  ctx: Context,
  action: string,
  twinId: string,
  query: (tx: TenantTx) => Promise<queries.TwinRow | undefined>,
): Promise<Twin> {
  return ctx.transaction(async (tx) => {
    const row = await query(tx);
    if (!row) throw notFound("twin");
    await ctx.audit(tx, { action, subjectKind: "twin", subjectId: twinId });
    return readTwin(row);
  });
}

/** The twin, or the refusal that looks the same for absent and not-yours. */
export async function requireTwin(tx: TenantTx, twinId: string): Promise<queries.TwinRow> {
  const row = await queries.findTwin(tx, twinId);
  if (!row) throw notFound("twin");
  return row;
}
