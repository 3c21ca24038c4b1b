import { Link } from "@tanstack/react-router";
import { Mark } from "#features/corrections/passage-marks.tsx";
import { locatorWords } from "#features/sources/locator-words.ts";
import type { ExploredPassage } from "./use-exploration.ts";

/** The source of a passage and its place in it; leads there. */
export function PassagePlace({
  passage: { chunkId, sourceId, sourceTitle, locator, corrected, pinned },
  twinId,
}: {
  passage: Omit<ExploredPassage, "score" | "scores">;
  twinId: string;
}) {
  const place = locatorWords(locator);
  return (
    <span className="flex min-w-0 flex-1 items-baseline gap-2">
      <Link
        to="/twins/$twinId/sources/$sourceId"
        params={{ twinId, sourceId }}
        search={{ passage: chunkId }}
        className="truncate font-medium underline-offset-4 hover:underline"
      >
        {sourceTitle}
      </Link>
      {place && <span className="truncate text-faint">{place}</span>}
      {corrected && <Mark kind="corrected" />}
      {pinned && <Mark kind="pinned" />}
    </span>
  );
}
