import { useMemo } from "react";
import { PassageIcons } from "#features/corrections/passage-marks.tsx";
import { cutText, type TextBlock } from "#features/sources/cut-text.ts";
import { classNames } from "#ui/class-names.ts";
import { ListPane } from "./list-pane.tsx";
import { MarkedText } from "./marked-text.tsx";
import type { Viewer } from "./viewer.ts";

/** The text as it was understood; each passage is numbered where it begins, and chosen by a click. */
export function TextPane({ viewer }: { viewer: Viewer }) {
  const { text, passages, follow } = viewer;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the passages are new objects each time; their number says when more are here.
  const blocks = useMemo(() => cutText(text, passages), [text, passages.length]);
  return (
    <ListPane name="text" label="Text as understood" follow={follow} className="leading-6">
      <div className="py-3">
        {blocks.map((block) => (
          <TextRow key={block.start} viewer={viewer} block={block} />
        ))}
      </div>
    </ListPane>
  );
}

function TextRow({ viewer, block }: { viewer: Viewer; block: TextBlock }) {
  const { text, marks, passages, passage: chosen, select } = viewer;
  const passage = block.ordinal === null ? undefined : passages[block.ordinal];
  return (
    <div
      data-start={block.start}
      className="grid scroll-mt-2 grid-cols-[3.25rem_minmax(0,1fr)] pr-5 [contain-intrinsic-height:auto_12rem] [content-visibility:auto]"
    >
      <span className="pr-2 text-right">
        {passage && (
          <>
            <button
              type="button"
              aria-label={`Passage ${passage.ordinal + 1}`}
              aria-pressed={passage === chosen}
              onClick={() => select(passage)}
              className={classNames(
                "h-6 min-w-6 rounded-sm px-1 text-xs tabular-nums select-none hover:bg-hover hover:text-ink",
                passage === chosen ? "bg-accent-soft font-semibold text-accent-text" : "text-faint",
              )}
            >
              {passage.ordinal + 1}
            </button>
            <PassageIcons passage={passage} />
          </>
        )}
      </span>
      <p
        className={classNames(
          "min-w-0 border-l pl-3 break-words whitespace-pre-wrap",
          passage && passage === chosen ? "border-accent-text" : "border-line",
        )}
      >
        <MarkedText text={text} span={block} marks={marks} />
      </p>
    </div>
  );
}
