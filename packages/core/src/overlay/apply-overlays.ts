import { listSourceOverlays } from "@understudy/db/queries/overlays";
import {
  forgetEmbeddings,
  listVersionPassages,
  type PassageEffect,
  savePassageEffect,
  type VersionPassage,
} from "@understudy/db/queries/passage-effects";
import type { TenantTx } from "@understudy/db/scope";
import { effectsOf, type Wish } from "./effects-of.ts";
import { type PlacedOverlay, placeOverlays } from "./place-overlays.ts";

export interface Applied {
  placed: PlacedOverlay[];
  passages: VersionPassage[];
  /** Something of the version answers otherwise than before. */
  hasChanged: boolean;
}

/**
 * Makes a version answer as its source's corrections say, whether or not it is live yet. Does nothing
 * where that is so already.
 */
export async function applyOverlays(
  tx: TenantTx,
  { id: sourceVersionId, sourceId }: { id: string; sourceId: string },
): Promise<Applied> {
  const overlays = await listSourceOverlays(tx, sourceId);
  const passages = await listVersionPassages(tx, sourceVersionId);
  const placed = placeOverlays(overlays, passages);
  const effects = effectsOf(passages, wishesOf(placed));
  const changed = passages.filter((passage, i) => !isSame(passage, effects[i]!));
  for (const { id, ordinal } of changed) await savePassageEffect(tx, id, effects[ordinal]!);
  const reworded = changed.filter((old) => effects[old.ordinal]!.shownText !== old.shownText);
  await forgetEmbeddings(
    tx,
    reworded.map(({ id }) => id),
  );
  return { placed, passages, hasChanged: changed.length > 0 };
}

function wishesOf(placed: readonly PlacedOverlay[]): Map<number, Wish> {
  const wishes = new Map<number, Wish>();
  for (const { overlay, passage } of placed) {
    if (!passage) continue;
    const wish = overlay.kind === "edit" ? { edit: overlay.text ?? "" } : { [overlay.kind]: true };
    wishes.set(passage.ordinal, { ...wishes.get(passage.ordinal), ...wish });
  }
  return wishes;
}

function isSame(old: PassageEffect, now: PassageEffect): boolean {
  return (
    old.state === now.state &&
    old.isPinned === now.isPinned &&
    old.shownText === now.shownText &&
    old.shownLocator?.start === now.shownLocator?.start
  );
}
