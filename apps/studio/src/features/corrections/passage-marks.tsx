import { EyeOff, PenLine, Pin, Scissors } from "lucide-react";
import type { Passage } from "#features/sources/passage.ts";
import { classNames } from "#ui/class-names.ts";

const MARKS = {
  corrected: { icon: PenLine, words: "Corrected", look: "bg-accent-soft text-accent-text" },
  hidden: { icon: EyeOff, words: "Hidden", look: "bg-warn-soft text-warn" },
  trimmed: { icon: Scissors, words: "Shortened", look: "bg-sunken text-muted" },
  pinned: { icon: Pin, words: "Pinned", look: "bg-good-soft text-good" },
} as const;

/** What its owner made of a passage; nothing on one that answers as it was read. */
export function PassageMarks({ passage: { state, pinned } }: { passage: Passage }) {
  return (
    <>
      {state && <Mark kind={state} />}
      {pinned && <Mark kind="pinned" />}
    </>
  );
}

/** The same in a margin, where there is no room for words. */
export function PassageIcons({ passage: { state, pinned } }: { passage: Passage }) {
  const kinds = [...(state ? [state] : []), ...(pinned ? (["pinned"] as const) : [])];
  return kinds.map((kind) => {
    const { icon: Icon, words, look } = MARKS[kind];
    return (
      <span
        key={kind}
        title={words}
        className={classNames("ml-auto grid size-5 place-items-center rounded-sm", look)}
      >
        <Icon role="img" aria-label={words} className="size-3" />
      </span>
    );
  });
}

export function Mark({ kind }: { kind: keyof typeof MARKS }) {
  const { icon: Icon, words, look } = MARKS[kind];
  return (
    <span
      {...(kind === "trimmed" && {
        title: "Without the words that it repeats of a corrected passage",
      })}
      className={classNames(
        "inline-flex shrink-0 items-center gap-1 rounded-sm px-1.5 text-xs leading-5 font-medium",
        look,
      )}
    >
      <Icon aria-hidden className="size-3" />
      {words}
    </span>
  );
}
