import { Link } from "@tanstack/react-router";
import { locatorWords } from "#features/sources/locator-words.ts";
import type { ExploredPassage } from "./use-exploration.ts";

/** The source of a passage and its place in it; leads there. */
export function PassagePlace({
  passage: { chunkId, sourceId, sourceTitle, locator },
  twinId,
}: {
  passage: Pick<ExploredPassage, "chunkId" | "sourceId" | "sourceTitle" | "locator">;
  twinId: string;
}) {
  const place = locatorWords(locator);
  return (
    <span className="min-w-0 flex-1 truncate">
      <Link
        to="/twins/$twinId/sources/$sourceId"
        params={{ twinId, sourceId }}
        search={{ passage: chunkId }}
        className="font-medium underline-offset-4 hover:underline"
      >
        {sourceTitle}
      </Link>
      {place && <span className="ml-2 text-faint">{place}</span>}
    </span>
  );
}
