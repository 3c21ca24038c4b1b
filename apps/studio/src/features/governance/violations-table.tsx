import { Link } from "@tanstack/react-router";
import type { Violation } from "@understudy/core/governance/contract";
import { useNow } from "#lib/use-now.ts";
import { Ago } from "#ui/ago.tsx";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { subjectWords, VIOLATION_WORDS } from "./violation-words.ts";

export function ViolationsTable({
  rows,
  hasTwins,
}: {
  rows: readonly Violation[];
  hasTwins: boolean;
}) {
  const now = useNow();
  if (rows.length === 0) return <p className="p-6 text-sm text-muted">Nothing of that kind.</p>;
  return (
    <table className="w-full table-fixed border-t border-line">
      <thead>
        <tr>
          <th className={TABLE_HEAD}>What happened</th>
          <th className={`${TABLE_HEAD} max-md:hidden`}>About</th>
          <th className={`${TABLE_HEAD} w-20 text-right max-md:w-16`}>Times</th>
          {hasTwins && <th className={`${TABLE_HEAD} w-40 max-lg:hidden`}>Twin</th>}
          <th className={`${TABLE_HEAD} w-32 max-md:w-24`}>When</th>
          <th className={`${TABLE_HEAD} w-32 max-md:w-28`}>
            <span className="sr-only">Where</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={TABLE_ROW}>
            <td className={`${TABLE_CELL} py-1.5`}>
              {VIOLATION_WORDS[row.kind]}
              <span className="block truncate text-sm text-muted md:hidden">
                {subjectWords(row)}
              </span>
            </td>
            <td className={`${TABLE_CELL} truncate max-md:hidden`}>{subjectWords(row)}</td>
            <td className={`${TABLE_CELL} text-right tabular-nums`}>{row.count}</td>
            {hasTwins && <td className={`${TABLE_CELL} truncate max-lg:hidden`}>{row.twinName}</td>}
            <td className={`${TABLE_CELL} text-muted`}>
              <Ago at={row.createdAt} now={now} />
            </td>
            <td className={`${TABLE_CELL} text-right`}>
              <Where row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Where({ row: { twinId, conversationId } }: { row: Violation }) {
  if (!conversationId) return null;
  return (
    <Link
      to="/twins/$twinId/conversations"
      params={{ twinId }}
      search={{ open: conversationId }}
      className="text-sm text-accent-text hover:underline"
    >
      Conversation
    </Link>
  );
}
