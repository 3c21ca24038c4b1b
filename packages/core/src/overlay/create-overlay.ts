import { isUniqueViolation } from "@understudy/db/errors";
import { insertOverlay, listSourceOverlays } from "@understudy/db/queries/overlays";
import { listPinnedPlaces } from "@understudy/db/queries/passage-effects";
import { getSourceVersion } from "@understudy/db/queries/source-versions";
import type { TenantTx } from "@understudy/db/scope";
import type { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { editorOf } from "../verified-answer/editor-of.ts";
import { CreateOverlayInput, MAX_OVERLAYS, MAX_PINNED, Overlay } from "./contract.ts";
import { keepCorrections } from "./keep-corrections.ts";
import { readOverlay } from "./read-overlay.ts";
import { overlayChanged, requireOverlay } from "./require-overlay.ts";
import { anchorPassage, requirePassage } from "./require-passage.ts";

/** Corrects a passage of what is live, from the next question on and through every later sync. */
export const createOverlay = useCase({
  permission: "source.write",
  input: CreateOverlayInput,
  output: Overlay,
  run: async (ctx, wanted) => {
    try {
      return await ctx.transaction((tx) => create(ctx, tx, wanted));
    } catch (error) {
      throw isUniqueViolation(error, "chunk_overlays_passage_unique") ? overlayChanged() : error;
    }
  },
});

async function create(
  ctx: Context,
  tx: TenantTx,
  { chunkId, kind, text }: z.output<typeof CreateOverlayInput>,
): Promise<Overlay> {
  const passage = await requirePassage(tx, chunkId);
  const { twinId, sourceId, sourceVersionId } = passage;
  const words = wordsOf(kind, text);
  const anchor = await anchorPassage(tx, passage);
  await requireRoom(tx, { sourceId, twinId, kind });
  const editor = editorOf(ctx.actor);
  const overlay = { ...anchor, ...editor, twinId, sourceId, kind, text: words };
  const overlayId = await insertOverlay(tx, overlay);
  await keepCorrections(ctx, tx, await getSourceVersion(tx, sourceVersionId));
  const subject = { subjectKind: "overlay", subjectId: overlayId };
  await ctx.audit(tx, { action: "overlay.create", ...subject, details: { kind, chunkId } });
  return readOverlay(await requireOverlay(tx, overlayId));
}

function wordsOf(kind: Overlay["kind"], text: string | undefined): string | null {
  if (kind !== "edit") return null;
  if (text !== undefined) return text;
  throw new DomainError("invalid", "overlay.no_text", "Write what the passage should say.");
}

async function requireRoom(
  tx: TenantTx,
  { sourceId, twinId, kind }: Pick<Overlay, "sourceId" | "twinId" | "kind">,
): Promise<void> {
  const isFull = (await listSourceOverlays(tx, sourceId)).length >= MAX_OVERLAYS;
  if (isFull) throw tooMany(`A source takes at most ${MAX_OVERLAYS} corrections.`);
  const isOverPinned = kind === "pin" && (await listPinnedPlaces(tx, twinId)).length >= MAX_PINNED;
  if (isOverPinned) throw tooMany(`A twin pins at most ${MAX_PINNED} passages.`);
}

function tooMany(message: string): DomainError {
  return new DomainError("limit_exceeded", "overlay.too_many", message);
}
