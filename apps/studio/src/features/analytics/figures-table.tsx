import type { ReactNode } from "react";
import { classNames } from "#ui/class-names.ts";
import { TABLE_CELL, TABLE_FLUSH, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import type { Behind, Figures } from "./analytics.ts";
import { ChangeMark } from "./change-mark.tsx";
import { changeOfCount } from "./change-words.ts";
import { CountLink } from "./count-link.tsx";
import { ShareBar } from "./share-bar.tsx";

export interface FiguresTableRow {
  id: string;
  twinId: string;
  name: string;
  /** The name as it is shown, where it leads somewhere. */
  title?: ReactNode;
  detail?: string | undefined;
  current: Figures;
  previous: { questions: number } | null;
  /** Null: no list of conversations is narrowed to it. */
  behind: Behind | null;
  onNarrow?: (() => void) | null;
}

const WIDE = "max-md:hidden";

/** Rows of the same figures, to be compared with each other and with the time before. */
export function FiguresTable({
  heading,
  rows,
}: {
  heading: string;
  rows: readonly FiguresTableRow[];
}) {
  if (rows.length === 0) return <p className="text-sm text-muted">Nothing in this time.</p>;
  return (
    <table className={TABLE_FLUSH}>
      <thead>
        <tr>
          <th className={TABLE_HEAD}>{heading}</th>
          <th className={`${TABLE_HEAD} w-36 max-md:w-24`}>Questions</th>
          <th className={`${TABLE_HEAD} w-40 max-md:w-36`}>Answered</th>
          <th className={`${TABLE_HEAD} w-28 ${WIDE}`}>Unanswered</th>
          <th className={`${TABLE_HEAD} w-28 ${WIDE}`}>Not helpful</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  row: { twinId, name, title = name, detail, current, previous, behind, onNarrow },
}: {
  row: FiguresTableRow;
}) {
  const change =
    previous &&
    changeOfCount({ now: current.questions, before: previous.questions, better: "neither" });
  const number = (count: number, of: string, narrowed: Behind) =>
    behind ? (
      <CountLink
        twinId={twinId}
        count={count}
        of={`${of}, ${name}`}
        behind={{ ...behind, ...narrowed }}
      />
    ) : (
      count
    );
  return (
    <tr className={TABLE_ROW}>
      <th scope="row" className={classNames(TABLE_CELL, "py-1.5 text-left font-normal")}>
        {onNarrow ? (
          <button type="button" onClick={onNarrow} className="max-w-full truncate hover:underline">
            {name}
            <span className="sr-only">: show only this</span>
          </button>
        ) : (
          <span className="block truncate">{title}</span>
        )}
        {detail && <p className="line-clamp-1 text-sm text-muted max-md:line-clamp-2">{detail}</p>}
      </th>
      <td className={TABLE_CELL}>
        <span className="flex flex-wrap items-baseline gap-x-2 tabular-nums">
          {number(current.questions, "Questions", {})}
          <ChangeMark change={change} />
        </span>
      </td>
      <td className={TABLE_CELL}>
        <ShareBar share={current.shares.answered} />
      </td>
      <td className={classNames(TABLE_CELL, WIDE, "tabular-nums")}>
        {number(current.outcomes.unsupported.count, "Unanswered", { outcome: "unsupported" })}
      </td>
      <td className={classNames(TABLE_CELL, WIDE, "tabular-nums")}>
        {number(current.feedback.down.count, "Not helpful", { feedback: "down" })}
      </td>
    </tr>
  );
}
