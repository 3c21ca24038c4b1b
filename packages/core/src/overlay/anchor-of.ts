import type { VersionPassage } from "@understudy/db/queries/passage-effects";
import type { Anchor } from "./match-anchors.ts";

/** What a passage among all of its version is found again by. */
export function anchorOf(passage: VersionPassage, all: readonly VersionPassage[]): Anchor {
  const { ordinal, text, locator, contentHash } = passage;
  return {
    contentHash: hex(contentHash)!,
    beforeHash: hex(all[ordinal - 1]?.contentHash),
    afterHash: hex(all[ordinal + 1]?.contentHash),
    headings: locator.headings ?? [],
    text,
    ordinal,
  };
}

export function hex(hash: Uint8Array | null | undefined): string | null {
  return hash ? Buffer.from(hash).toString("hex") : null;
}
