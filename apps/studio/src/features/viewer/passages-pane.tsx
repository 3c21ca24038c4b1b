import { useEffect, useRef } from "react";
import { PassageMarks } from "#features/corrections/passage-marks.tsx";
import { PassageMenu } from "#features/corrections/passage-menu.tsx";
import { locatorWords } from "#features/sources/locator-words.ts";
import type { Passage } from "#features/sources/passage.ts";
import { countOf } from "#lib/format-count.ts";
import { classNames } from "#ui/class-names.ts";
import { ListPane } from "./list-pane.tsx";
import { bringIntoSight } from "./scroll-place.ts";
import type { Viewer } from "./viewer.ts";

/** What is retrieved and cited, one by one; each leads to its place in the other pane. */
export function PassagesPane({ viewer }: { viewer: Viewer }) {
  const { source, passages, passage: chosen, select, follow } = viewer;
  return (
    <ListPane name="text" label="Passages" follow={follow}>
      <ol>
        {passages.map((passage) => (
          <PassageEntry
            key={passage.id}
            source={source}
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
  source,
  passage,
  isChosen,
  onChoose,
}: {
  source: Viewer["source"];
  passage: Passage;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const { ordinal, text, locator } = passage;
  const entry = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen && entry.current) return bringIntoSight(entry.current);
  }, [isChosen]);
  return (
    <li
      ref={entry}
      data-start={locator.start}
      className="relative border-b border-line [contain-intrinsic-height:auto_7rem] [content-visibility:auto]"
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
        <span className="flex gap-2 pr-8 text-xs leading-5 text-faint">
          <span className="font-medium text-muted tabular-nums">{ordinal + 1}</span>
          <PassageMarks passage={passage} />
          <span className="min-w-0 flex-1 truncate">{locatorWords(locator)}</span>
          <span className="shrink-0 tabular-nums">{sizeOf(text)}</span>
        </span>
        <span
          className={classNames(
            "break-words",
            isChosen ? "whitespace-pre-line" : "line-clamp-3",
            passage.state === "hidden" && "text-faint line-through",
          )}
        >
          {text}
        </span>
      </button>
      <div className="absolute top-2 right-2">
        <PassageMenu twinId={source.twinId} sourceId={source.id} passage={passage} />
      </div>
    </li>
  );
}

function sizeOf(text: string): string {
  return countOf(text.match(/\S+/g)?.length ?? 0, "word");
}
