import type { Passage } from "#features/sources/passage.ts";
import { classNames } from "#ui/class-names.ts";
import type { Bar } from "./lay-bars.ts";
import type { PlacedPassage } from "./place-passages.ts";

const BAR_POINTS = 2;
const DISTANCE_POINTS = 7;
const NUMBER_POINTS = DISTANCE_POINTS + 4 * BAR_POINTS;

/** The left edge of a bar; those of neighbours, which overlap, stand apart. */
function barLeft({ side, x }: Bar, { ordinal }: Passage): number {
  const step = (ordinal % 2) * 2 * BAR_POINTS;
  return side === "right" ? x + DISTANCE_POINTS - BAR_POINTS + step : x - DISTANCE_POINTS - step;
}

/** A bar beside each stretch of a passage. */
export function PassageBars({
  placed,
  chosen,
}: {
  placed: PlacedPassage[];
  chosen: Passage | null;
}) {
  return placed.flatMap(({ passage, bars }) =>
    bars.map((bar) => (
      <rect
        key={`${passage.id} ${bar.side} ${bar.y}`}
        x={barLeft(bar, passage)}
        y={bar.y}
        width={BAR_POINTS}
        height={bar.height}
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
  scale,
  onChoose,
}: {
  placed: PlacedPassage[];
  chosen: Passage | null;
  scale: number;
  onChoose: (passage: Passage) => void;
}) {
  return placed.map(({ passage, bars: [first] }) => {
    if (!first) return null;
    const isRight = first.side === "right";
    const isChosen = passage.id === chosen?.id;
    const left = isRight ? first.x + NUMBER_POINTS : first.x - NUMBER_POINTS;
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
