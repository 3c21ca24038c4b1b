import { useNavigate, useSearch } from "@tanstack/react-router";
import type { AuditEvent } from "@understudy/core/audit/contract";
import { useListKeys } from "#lib/use-list-keys.ts";
import { useNow } from "#lib/use-now.ts";
import { Ago } from "#ui/ago.tsx";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { actorWords } from "./actor-words.ts";
import { OutcomeMark } from "./outcome-mark.tsx";
import { subjectWords } from "./subject-words.ts";

export function AuditTable({ events }: { events: readonly AuditEvent[] }) {
  const now = useNow();
  const { event: openId } = useSearch({ from: "/studio/settings/audit" });
  const navigate = useNavigate({ from: "/settings/audit" });
  const show = (event: string | undefined) => navigate({ search: (was) => ({ ...was, event }) });
  const { setActiveId } = useListKeys({
    follows: openId !== undefined,
    onOpen: show,
    onClose: () => show(undefined),
  });
  const narrow = openId ? "@max-3xl:hidden" : "max-lg:hidden";
  return (
    <div className="@container">
      <table className="w-full table-fixed">
        <thead>
          <tr>
            <th className={TABLE_HEAD}>Action</th>
            <th className={`${TABLE_HEAD} w-40 ${narrow}`}>About</th>
            <th className={`${TABLE_HEAD} w-48 max-md:w-32`}>Who</th>
            <th className={`${TABLE_HEAD} w-28 ${narrow}`}>Outcome</th>
            <th className={`${TABLE_HEAD} w-24 text-right ${narrow}`}>Place</th>
            <th className={`${TABLE_HEAD} w-32 max-md:w-24`}>When</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr
              key={event.id}
              data-row-id={event.id}
              tabIndex={-1}
              aria-selected={event.id === openId}
              onFocus={() => setActiveId(event.id)}
              className={TABLE_ROW}
            >
              <td className={TABLE_CELL}>
                <button
                  type="button"
                  onClick={() => show(event.id)}
                  className="block max-w-full truncate py-0.5 text-left font-mono text-sm hover:underline"
                >
                  {event.action}
                </button>
                {event.outcome === "denied" && <p className="text-sm text-bad lg:hidden">Denied</p>}
              </td>
              <td className={`${TABLE_CELL} truncate text-muted ${narrow}`}>
                {subjectWords(event.subjectKind)}
              </td>
              <td className={`${TABLE_CELL} truncate`}>{actorWords(event.actor)}</td>
              <td className={`${TABLE_CELL} text-sm ${narrow}`}>
                <OutcomeMark outcome={event.outcome} />
              </td>
              <td className={`${TABLE_CELL} text-right text-muted tabular-nums ${narrow}`}>
                {event.sequence ?? "–"}
              </td>
              <td className={`${TABLE_CELL} text-muted`}>
                <Ago at={event.at} now={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
