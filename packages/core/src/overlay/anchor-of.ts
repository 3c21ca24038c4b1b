import type { VersionPassage } from "@understudy/db/queries/passage-effects";
import { hex } from "../kernel/hex.ts";
import type { Anchor } from "./match-anchors.ts";

/** What a passage among all of its version is found again by. */
export function anchorOf(passage: VersionPassage, all: readonly VersionPassage[]): Anchor {
  const { ordinal, text, locator, contentHash } = passage;
  return {
    contentHash: hex(contentHash),
    beforeHash: hexOf(all[ordinal - 1]?.contentHash),
    afterHash: hexOf(all[ordinal + 1]?.contentHash),
    headings: locator.headings ?? [],
    text,
    ordinal,
  };
}

export function hexOf(hash: Uint8Array | null | undefined): string | null {
  return hash ? hex(hash) : null;
}
