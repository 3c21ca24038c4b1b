import type { Passage } from "#features/sources/passage.ts";
import { classNames } from "#ui/class-names.ts";
import type { PageSize } from "./page-size.ts";
import type { PlacedPassage } from "./place-passages.ts";
import type { Rect } from "./rect.ts";

const BAR_POINTS = 2;
const DISTANCE_POINTS = 7;
/** A column further right than this is marked on its right: numbers stand in the outer margins. */
const RIGHT_FROM = 0.6;

function isOnRight({ x, width }: Rect, pageWidth: number): boolean {
  return x + width / 2 > pageWidth * RIGHT_FROM;
}

/** The left edge of a column's bar; those of neighbours, which overlap, stand apart. */
function barLeft(column: Rect, { ordinal }: Passage, pageWidth: number): number {
  const step = (ordinal % 2) * 2 * BAR_POINTS;
  return isOnRight(column, pageWidth)
    ? column.x + column.width + DISTANCE_POINTS - BAR_POINTS + step
    : column.x - DISTANCE_POINTS - step;
}

/** A bar beside each stretch of a passage. */
export function PassageBars({
  placed,
  chosen,
  pageWidth,
}: {
  placed: PlacedPassage[];
  chosen: Passage | null;
  pageWidth: number;
}) {
  return placed.flatMap(({ passage, columns }) =>
    columns.map((column) => (
      <rect
        key={`${passage.id} ${column.x} ${column.y}`}
        x={barLeft(column, passage, pageWidth)}
        y={column.y}
        width={BAR_POINTS}
        height={column.height}
        rx={BAR_POINTS / 2}
        className={passage.id === chosen?.id ? "fill-accent-text" : "fill-rim"}
      />
    )),
  );
}

/** The number of each passage where it begins, which chooses it. */
export function PassageTags({
  placed,
  chosen,
  size,
  scale,
  onChoose,
}: {
  placed: PlacedPassage[];
  chosen: Passage | null;
  size: PageSize;
  scale: number;
  onChoose: (passage: Passage) => void;
}) {
  return placed.map(({ passage, columns: [first] }) => {
    if (!first) return null;
    const isRight = isOnRight(first, size.width);
    const isChosen = passage.id === chosen?.id;
    const outside = DISTANCE_POINTS + 4 * BAR_POINTS;
    const left = isRight ? first.x + first.width + outside : first.x - outside;
    return (
      <button
        key={passage.id}
        type="button"
        aria-label={`Passage ${passage.ordinal + 1}`}
        aria-pressed={isChosen}
        onClick={() => onChoose(passage)}
        style={{ left: left * scale, top: first.y * scale }}
        className={classNames(
          "absolute h-6 min-w-6 rounded-sm px-1 text-xs tabular-nums hover:bg-accent-soft hover:text-accent-text",
          !isRight && "-translate-x-full",
          isChosen ? "font-semibold text-accent-text" : "text-faint",
        )}
      >
        {passage.ordinal + 1}
      </button>
    );
  });
}
