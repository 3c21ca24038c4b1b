import { liftOverlays, placeOverlay } from "@understudy/db/queries/overlays";
import type { TenantTx } from "@understudy/db/scope";
import { type Applied, applyOverlays } from "./apply-overlays.ts";
import type { PlacedOverlay } from "./place-overlays.ts";
import { rememberPassage } from "./remember-passage.ts";

/** Applies a source's corrections to the version that answers now, and keeps where each was found. */
export async function settleOverlays(
  tx: TenantTx,
  version: { id: string; sourceId: string },
): Promise<Applied> {
  const applied = await applyOverlays(tx, version);
  const moved = applied.placed.filter(hasMoved);
  await liftOverlays(
    tx,
    moved.map(({ overlay }) => overlay.id),
  );
  for (const { overlay, passage, status } of moved) {
    const place = passage && {
      ...rememberPassage(passage, applied.passages),
      chunkId: passage.id,
      status,
    };
    await placeOverlay(tx, overlay.id, place);
  }
  return applied;
}

function hasMoved({ overlay, passage, status }: PlacedOverlay): boolean {
  return overlay.chunkId !== (passage?.id ?? null) || overlay.status !== status;
}
