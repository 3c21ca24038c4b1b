import { Link } from "@tanstack/react-router";
import { Skeleton } from "#ui/skeleton.tsx";
import { locatorWords } from "./locator-words.ts";
import type { Passage } from "./passage.ts";
import { usePassages } from "./use-passages.ts";

/** What is retrieved and cited, one by one; each leads to its place in the text. */
export function PassageList({ sourceId }: { sourceId: string }) {
  const { passages, isComplete } = usePassages(sourceId);
  if (passages.length === 0) {
    return isComplete ? (
      <p className="p-4 text-muted">No passages.</p>
    ) : (
      <Skeleton className="m-4 h-24" />
    );
  }
  return (
    <ol>
      {passages.map((passage) => (
        <PassageEntry key={passage.id} passage={passage} />
      ))}
    </ol>
  );
}

function PassageEntry({ passage: { ordinal, text, locator } }: { passage: Passage }) {
  const place = locatorWords(locator);
  return (
    <li className="border-b border-line [contain-intrinsic-size:auto_7rem] [content-visibility:auto]">
      <Link
        to="."
        search={(current) => ({
          ...current,
          tab: undefined,
          passage: `${locator.start}-${locator.end}`,
        })}
        className="grid gap-1 px-4 py-3 -outline-offset-2 hover:bg-hover"
      >
        <span className="flex gap-2 text-xs text-faint">
          <span className="font-medium text-muted">{ordinal + 1}</span>
          <span className="truncate">{place}</span>
        </span>
        <span className="line-clamp-3 break-words">{text}</span>
      </Link>
    </li>
  );
}
