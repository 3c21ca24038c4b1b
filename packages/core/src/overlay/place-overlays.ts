import type { OverlayKind, OverlayStatus } from "@understudy/db/column-values";
import type { OverlayRow } from "@understudy/db/queries/overlays";
import type { VersionPassage } from "@understudy/db/queries/passage-effects";
import { hex } from "../kernel/hex.ts";
import { anchorOf, hexOf } from "./anchor-of.ts";
import { type Anchor, matchAnchors } from "./match-anchors.ts";

export interface PlacedOverlay {
  overlay: OverlayRow;
  /** Null: its passage is not there. */
  passage: VersionPassage | null;
  status: OverlayStatus;
}

/** Which passage of a version each overlay is about; those that stand in it already stay there. */
export function placeOverlays(
  overlays: readonly OverlayRow[],
  passages: readonly VersionPassage[],
): PlacedOverlay[] {
  const known = new Map(passages.map((passage) => [passage.id, passage]));
  const anchors = passages.map((passage) => anchorOf(passage, passages));
  const placeKind = (kind: OverlayKind): PlacedOverlay[] => {
    const own = overlays.filter((overlay) => overlay.kind === kind);
    const standing = own.map(({ chunkId }) => known.get(chunkId ?? "") ?? null);
    const taken = new Set(standing.flatMap((passage) => passage?.ordinal ?? []));
    const lost = own.filter((_, i) => !standing[i]);
    const matches = matchAnchors(lost.map(readAnchor), anchors, taken);
    const found = new Map(lost.map((overlay, i) => [overlay, matches[i]]));
    return own.map((overlay, i) => {
      const passage = standing[i];
      if (passage) return { overlay, passage, status: settled(overlay) };
      const match = found.get(overlay);
      if (!match) return { overlay, passage: null, status: "unmatched" };
      const isOther = kind === "edit" && !match.isExact;
      const status = isOther ? "changed" : settled(overlay);
      return { overlay, passage: passages[match.ordinal]!, status };
    });
  };
  return [...placeKind("edit"), ...placeKind("hide"), ...placeKind("pin")];
}

/** Found is found; that the source says something else stays until its owner has looked. */
function settled({ status }: OverlayRow): OverlayStatus {
  return status === "changed" ? "changed" : "applied";
}

function readAnchor(overlay: OverlayRow): Anchor {
  return {
    contentHash: hex(overlay.contentHash),
    beforeHash: hexOf(overlay.beforeHash),
    afterHash: hexOf(overlay.afterHash),
    headings: overlay.locator.headings ?? [],
    text: overlay.original,
    ordinal: overlay.ordinal,
  };
}
