import { isUniqueViolation } from "@understudy/db/errors";
import { type OverlayRow, updateOverlay as storeUpdate } from "@understudy/db/queries/overlays";
import { lockSource } from "@understudy/db/queries/same-source";
import type { TenantTx } from "@understudy/db/scope";
import type { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { editorOf } from "../verified-answer/editor-of.ts";
import { Overlay, UpdateOverlayInput } from "./contract.ts";
import { correctLive } from "./correct-live.ts";
import { readOverlay } from "./read-overlay.ts";
import { overlayChanged, requireOverlay } from "./require-overlay.ts";
import { anchorPassage, requirePassage } from "./require-passage.ts";

/** Says something else, is about another passage, or has been looked at and stays. */
export const updateOverlay = useCase({
  permission: "source.write",
  input: UpdateOverlayInput,
  output: Overlay,
  run: async (ctx, edit) => {
    try {
      return await ctx.transaction((tx) => update(ctx, tx, edit));
    } catch (error) {
      throw isUniqueViolation(error, "chunk_overlays_passage_unique") ? overlayChanged() : error;
    }
  },
});

type Edit = z.output<typeof UpdateOverlayInput>;

async function update(ctx: Context, tx: TenantTx, edit: Edit): Promise<Overlay> {
  const { overlayId, revision, text, chunkId } = edit;
  const { sourceId } = await requireOverlay(tx, overlayId);
  await lockSource(tx, sourceId);
  const current = await requireOverlay(tx, overlayId);
  if (text !== undefined && current.kind !== "edit") {
    throw new DomainError("invalid", "overlay.no_edit", "Only an edit has words of its own.");
  }
  const anchor = chunkId === undefined ? {} : await anchorAnew(tx, current, chunkId);
  const status = chunkId === undefined && !current.chunkId ? "unmatched" : "applied";
  const changes = { ...anchor, ...editorOf(ctx.actor), status, ...(text && { text }) } as const;
  if (!(await storeUpdate(tx, { overlayId, revision, changes }))) throw overlayChanged();
  await correctLive(ctx, tx, sourceId);
  const subject = { subjectKind: "overlay", subjectId: overlayId };
  await ctx.audit(tx, { action: "overlay.update", ...subject });
  return readOverlay(await requireOverlay(tx, overlayId));
}

async function anchorAnew(tx: TenantTx, { sourceId }: OverlayRow, chunkId: string) {
  const passage = await requirePassage(tx, chunkId);
  if (passage.sourceId === sourceId) return anchorPassage(tx, passage);
  throw new DomainError(
    "invalid",
    "overlay.other_source",
    "A correction stays within its source: choose a passage of that one.",
  );
}
