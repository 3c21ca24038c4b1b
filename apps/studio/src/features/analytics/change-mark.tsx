import { ArrowDownRight, ArrowUpRight } from "lucide-react";
import { classNames } from "#ui/class-names.ts";
import { type Change, changeWords } from "./change-words.ts";

const ARROWS = { up: ArrowUpRight, down: ArrowDownRight };

/** How a figure stands to the one before it, unless it is the same; whether that is good is said by colour and by the arrow's word. */
export function ChangeMark({ change }: { change: Change | null }) {
  if (!change || change.direction === "same") return null;
  const Arrow = ARROWS[change.direction];
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-0.5 text-sm tabular-nums [&_svg]:size-3.5",
        change.isGood === null ? "text-muted" : change.isGood ? "text-good" : "text-bad",
      )}
    >
      <Arrow aria-hidden />
      <span aria-hidden>{change.text}</span>
      <span className="sr-only">{changeWords(change)}</span>
    </span>
  );
}
