import { useEffect, useEffectEvent, useMemo, useRef } from "react";
import { classNames } from "#ui/class-names.ts";
import { useFollowing } from "../use-following.ts";
import type { Viewer } from "../viewer.ts";
import { columnLetters } from "./column-letters.ts";
import { columnWidths, rowAt, type Sheet } from "./read-sheets.ts";
import { SheetCells } from "./sheet-cells.tsx";
import { useRowsInSight } from "./use-rows-in-sight.ts";

const ROW_HEIGHT = 29;
const HEAD =
  "sticky top-0 z-10 h-7 border-r border-b border-line bg-sunken px-2 text-center text-xs font-medium text-muted";
const LOWEST_KEPT = 0.7;
const ROWS_ABOVE = 3;

/** A sheet of any length: only the rows in sight are in the page. */
export function SheetTable({ viewer, sheet }: { viewer: Viewer; sheet: Sheet }) {
  const { text, marks, shown, passage, follow } = viewer;
  const { rows, columnCount, name } = sheet;
  const pane = useRef<HTMLElement>(null);
  const widths = useMemo(() => columnWidths(sheet), [sheet]);
  const { first, last } = useRowsInSight(pane, { count: rows.length, rowHeight: ROW_HEIGHT });
  const show = (element: HTMLElement, offset: number) => {
    const top = rowAt(rows, offset) * ROW_HEIGHT;
    const y = top - element.scrollTop;
    if (y < 0 || y > element.clientHeight * LOWEST_KEPT)
      element.scrollTop = top - ROWS_ABOVE * ROW_HEIGHT;
  };
  const read = ({ scrollTop }: HTMLElement) =>
    rows[Math.round(scrollTop / ROW_HEIGHT)]?.start ?? null;
  useFollowing({ pane, name: "original", follow, read, show });
  const start = shown?.start;
  const showShown = useEffectEvent((offset: number) => {
    if (pane.current) show(pane.current, offset);
  });
  useEffect(() => {
    if (start !== undefined) showShown(start);
  }, [start]);
  return (
    <section
      ref={pane}
      data-pane
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label="Original"
      className="min-h-0 flex-1 overflow-auto -outline-offset-2"
    >
      <table
        aria-label={name ? `Sheet ${name}` : "Table"}
        aria-rowcount={rows.length}
        className="table-fixed border-separate border-spacing-0 text-sm"
        style={{ width: `calc(${widths.reduce((sum, width) => sum + width, 0)}ch + 3.5rem)` }}
      >
        <colgroup>
          <col className="w-14" />
          {widths.map((width, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
            <col key={column} style={{ width: `${width}ch` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th className={classNames(HEAD, "left-0 z-20")}>
              <span className="sr-only">Row</span>
            </th>
            {Array.from({ length: columnCount }, (_, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
              <th key={column} scope="col" className={HEAD}>
                {columnLetters(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <Spacer rows={first} />}
          {rows.slice(first, last).map((row, index) => (
            <tr
              key={row.start}
              data-start={row.start}
              aria-rowindex={first + index + 1}
              style={{ height: ROW_HEIGHT }}
            >
              <SheetCells
                text={text}
                row={row}
                columnCount={columnCount}
                marks={marks}
                isChosen={
                  passage !== null &&
                  row.start < passage.locator.end &&
                  row.end > passage.locator.start
                }
              />
            </tr>
          ))}
          {last < rows.length && <Spacer rows={rows.length - last} />}
        </tbody>
      </table>
    </section>
  );
}

function Spacer({ rows }: { rows: number }) {
  return <tr aria-hidden style={{ height: rows * ROW_HEIGHT }} />;
}
