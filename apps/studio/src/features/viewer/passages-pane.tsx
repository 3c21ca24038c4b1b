import { useEffect, useRef } from "react";
import { locatorWords } from "#features/sources/locator-words.ts";
import type { Passage } from "#features/sources/passage.ts";
import { countOf } from "#lib/format-count.ts";
import { classNames } from "#ui/class-names.ts";
import { ListPane } from "./list-pane.tsx";
import { bringIntoSight } from "./scroll-place.ts";
import type { Viewer } from "./viewer.ts";

/** What is retrieved and cited, one by one; each leads to its place in the other pane. */
export function PassagesPane({ viewer }: { viewer: Viewer }) {
  const { passages, passage: chosen, select, follow } = viewer;
  return (
    <ListPane name="text" label="Passages" follow={follow}>
      <ol>
        {passages.map((passage) => (
          <PassageEntry
            key={passage.id}
            passage={passage}
            isChosen={passage === chosen}
            onChoose={() => select(passage)}
          />
        ))}
      </ol>
    </ListPane>
  );
}

function PassageEntry({
  passage: { ordinal, text, locator },
  isChosen,
  onChoose,
}: {
  passage: Passage;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const entry = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen && entry.current) return bringIntoSight(entry.current);
  }, [isChosen]);
  return (
    <li
      ref={entry}
      data-start={locator.start}
      className="border-b border-line [contain-intrinsic-height:auto_7rem] [content-visibility:auto]"
    >
      <button
        type="button"
        aria-current={isChosen}
        onClick={onChoose}
        className={classNames(
          "grid w-full gap-1 px-4 py-3 text-left -outline-offset-2 hover:bg-hover",
          isChosen && "bg-selected",
        )}
      >
        <span className="flex gap-2 text-xs text-faint">
          <span className="font-medium text-muted tabular-nums">{ordinal + 1}</span>
          <span className="min-w-0 flex-1 truncate">{locatorWords(locator)}</span>
          <span className="shrink-0 tabular-nums">{sizeOf(text)}</span>
        </span>
        <span
          className={classNames("break-words", isChosen ? "whitespace-pre-line" : "line-clamp-3")}
        >
          {text}
        </span>
      </button>
    </li>
  );
}

function sizeOf(text: string): string {
  return countOf(text.match(/\S+/g)?.length ?? 0, "word");
}
