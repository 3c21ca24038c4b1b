import { classNames } from "#ui/class-names.ts";
import type { Mark } from "../cut-marks.ts";
import { MarkedText } from "../marked-text.tsx";
import type { SheetRow } from "./read-sheets.ts";

const CELL = "max-w-0 truncate border-r border-b border-line px-2";
const NUMBER = /^[-+]?[\d.,\s]+%?$/;

/** A row's number and cells; a marked row is marked in its margin too, wherever one has scrolled. */
export function SheetCells({
  text,
  row: { number, start, end, cells },
  columnCount,
  marks,
  isChosen,
}: {
  text: string;
  row: SheetRow;
  columnCount: number;
  marks: readonly Mark[];
  isChosen: boolean;
}) {
  const isShown = marks.some((mark) => mark.isShown && mark.start < end && mark.end > start);
  return (
    <>
      <th
        scope="row"
        className={classNames(
          "sticky left-0 border-r border-b border-line px-2 text-right text-xs font-medium tabular-nums",
          isShown
            ? "bg-mark text-ink"
            : isChosen
              ? "bg-selected text-accent-text"
              : "bg-sunken text-muted",
        )}
      >
        {number}
      </th>
      {Array.from({ length: columnCount }, (_, column) => {
        const cell = cells[column];
        const words = cell ? text.slice(cell.start, cell.end) : "";
        return (
          <td
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
            key={column}
            title={words}
            className={classNames(CELL, NUMBER.test(words) && "text-right tabular-nums")}
          >
            {cell && <MarkedText text={text} span={cell} marks={marks} />}
          </td>
        );
      })}
    </>
  );
}
