import type { OverlayAnchor } from "@understudy/db/queries/overlays";
import type { VersionPassage } from "@understudy/db/queries/passage-effects";

/** What an overlay keeps of its passage, to find it again when the source has changed. */
export function rememberPassage(
  { text, locator, ordinal, contentHash }: VersionPassage,
  all: readonly VersionPassage[],
): OverlayAnchor {
  return {
    original: text,
    locator,
    ordinal,
    contentHash,
    beforeHash: all[ordinal - 1]?.contentHash ?? null,
    afterHash: all[ordinal + 1]?.contentHash ?? null,
  };
}
