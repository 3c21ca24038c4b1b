import { Link } from "@tanstack/react-router";
import { PassageMarks } from "#features/corrections/passage-marks.tsx";
import { PassageMenu } from "#features/corrections/passage-menu.tsx";
import { classNames } from "#ui/class-names.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { locatorWords } from "./locator-words.ts";
import type { Passage } from "./passage.ts";
import { usePassages } from "./use-passages.ts";

interface Owner {
  twinId: string;
  sourceId: string;
}

/** What is retrieved and cited, one by one; each leads to its place in the text. */
export function PassageList({ twinId, sourceId }: Owner) {
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
        <PassageEntry key={passage.id} twinId={twinId} sourceId={sourceId} passage={passage} />
      ))}
    </ol>
  );
}

function PassageEntry({ passage, ...owner }: Owner & { passage: Passage }) {
  const { ordinal, text, locator, state } = passage;
  const place = locatorWords(locator);
  return (
    <li className="relative border-b border-line [contain-intrinsic-size:auto_7rem] [content-visibility:auto]">
      <Link
        to="."
        search={(current) => ({
          ...current,
          tab: undefined,
          passage: `${locator.start}-${locator.end}`,
        })}
        className="grid gap-1 px-4 py-3 -outline-offset-2 hover:bg-hover"
      >
        <span className="flex gap-2 pr-8 text-xs leading-5 text-faint">
          <span className="font-medium text-muted">{ordinal + 1}</span>
          <PassageMarks passage={passage} />
          <span className="truncate">{place}</span>
        </span>
        <span
          className={classNames(
            "line-clamp-3 break-words",
            state === "hidden" && "text-faint line-through",
          )}
        >
          {text}
        </span>
      </Link>
      <div className="absolute top-2 right-2">
        <PassageMenu {...owner} passage={passage} />
      </div>
    </li>
  );
}
