import { listVersionPassages, type VersionPassage } from "@understudy/db/queries/passage-effects";
import type { TenantTx } from "@understudy/db/scope";
import { anchorOf } from "../overlay/anchor-of.ts";
import { type Anchor, matchAnchors } from "../overlay/match-anchors.ts";
import { isPassage, type StoredPassage, type StoredTest } from "./stored-test.ts";

export interface PlacedPassage {
  chunkId: string;
  /** What answers there now. */
  text: string;
  locator: VersionPassage["locator"];
}

/** Where the passages that tests name stand now; one that is not found, or is hidden, is not in it. */
export async function placePassages(
  tx: TenantTx,
  tests: readonly StoredTest[],
  liveVersions: Readonly<Record<string, string>>,
): Promise<Map<StoredPassage, PlacedPassage>> {
  const named = tests.flatMap(({ expectations }) => expectations.filter(isPassage));
  const placed = new Map<StoredPassage, PlacedPassage>();
  for (const [sourceId, expectations] of Map.groupBy(named, (each) => each.sourceId)) {
    const versionId = liveVersions[sourceId];
    if (!versionId) continue;
    const passages = await listVersionPassages(tx, versionId);
    const anchors = passages.map((passage) => anchorOf(passage, passages));
    for (const expectation of expectations) {
      const passage = find(expectation, passages, anchors);
      if (!passage || passage.state === "hidden") continue;
      placed.set(expectation, {
        chunkId: passage.id,
        text: passage.shownText ?? passage.text,
        locator: passage.shownLocator ?? passage.locator,
      });
    }
  }
  return placed;
}

/** Several tests may name one passage, so that each is matched on its own. */
function find(
  { chunkId, anchor }: StoredPassage,
  passages: readonly VersionPassage[],
  anchors: readonly Anchor[],
): VersionPassage | undefined {
  const standing = passages.find(({ id }) => id === chunkId);
  if (standing) return standing;
  const [match] = matchAnchors([anchor], anchors);
  return match ? passages[match.ordinal] : undefined;
}
