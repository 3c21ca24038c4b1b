import * as queries from "@understudy/db/queries/overlays";
import { lockSource } from "@understudy/db/queries/same-source";
import { z } from "zod";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { ListOverlaysInput, Overlay, OverlayPage, RemoveOverlayInput } from "./contract.ts";
import { correctLive } from "./correct-live.ts";
import { readOverlay } from "./read-overlay.ts";
import { overlayChanged, requireOverlay } from "./require-overlay.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** A twin's corrections, or those of one source, newest first. */
export const listOverlays = useCase({
  permission: "source.read",
  input: ListOverlaysInput,
  output: OverlayPage,
  run: async (ctx, { cursor, limit, status: statuses, ...filter }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, Position);
    const rows = await ctx.transaction(async (tx) => {
      await requireTwin(tx, filter.twinId);
      return queries.listOverlays(tx, { ...filter, statuses, after, limit: limit + 1 });
    });
    const position = (row: queries.OverlayRow) => [row.createdAt.toISOString(), row.id];
    return toPage(rows, limit, { read: readOverlay, position });
  },
});

/** The source's own words answer again, from the next question on. */
export const removeOverlay = useCase({
  permission: "source.write",
  input: RemoveOverlayInput,
  output: Overlay,
  run: (ctx, { overlayId, revision }) =>
    ctx.transaction(async (tx) => {
      const row = await requireOverlay(tx, overlayId);
      await lockSource(tx, row.sourceId);
      if (!(await queries.deleteOverlay(tx, { overlayId, revision }))) throw overlayChanged();
      await correctLive(ctx, tx, row.sourceId);
      const subject = { subjectKind: "overlay", subjectId: overlayId };
      await ctx.audit(tx, { action: "overlay.remove", ...subject, details: { kind: row.kind } });
      return readOverlay(row);
    }),
});
