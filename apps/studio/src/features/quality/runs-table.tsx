import { useNavigate, useParams } from "@tanstack/react-router";
import { formatAgo, formatMoment } from "#lib/format-time.ts";
import { useListKeys } from "#lib/use-list-keys.ts";
import { useNow } from "#lib/use-now.ts";
import { ProgressBar } from "#ui/progress-bar.tsx";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import type { Run } from "./quality.ts";
import { RunFigures } from "./run-figures.tsx";
import { RUN_STATUS_WORDS, subjectWords, TRIGGER_WORDS } from "./run-words.ts";

export function RunsTable({ runs }: { runs: readonly Run[] }) {
  const now = useNow();
  const { twinId } = useParams({ from: "/studio/twins/$twinId" });
  const navigate = useNavigate();
  const open = (runId: string) =>
    void navigate({ to: "/twins/$twinId/runs/$runId", params: { twinId, runId }, search: {} });
  const { setActiveId } = useListKeys({ onOpen: open, onClose: () => {} });
  return (
    <table className="w-full table-fixed">
      <thead>
        <tr>
          <th className={`${TABLE_HEAD} w-36`}>When</th>
          <th className={`${TABLE_HEAD} w-44 max-lg:hidden`}>Why</th>
          <th className={`${TABLE_HEAD} w-40 max-md:hidden`}>Of</th>
          <th className={TABLE_HEAD}>What came of it</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr
            key={run.id}
            data-row-id={run.id}
            tabIndex={-1}
            onFocus={() => setActiveId(run.id)}
            className={TABLE_ROW}
          >
            <td className={TABLE_CELL}>
              <button
                type="button"
                onClick={() => open(run.id)}
                title={formatMoment(run.createdAt)}
                className="font-medium tabular-nums hover:underline"
              >
                <time dateTime={run.createdAt}>{formatAgo(run.createdAt, now)}</time>
              </button>
            </td>
            <td className={`${TABLE_CELL} text-sm text-muted max-lg:hidden`}>
              {TRIGGER_WORDS[run.trigger]}
            </td>
            <td className={`${TABLE_CELL} text-sm text-muted max-md:hidden`}>
              {subjectWords(run)}
            </td>
            <td className={TABLE_CELL}>
              <Outcome run={run} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Outcome({ run }: { run: Run }) {
  if (run.status === "succeeded") return <RunFigures run={run} />;
  if (run.status !== "running") {
    return <span className="text-sm text-muted">{RUN_STATUS_WORDS[run.status]}</span>;
  }
  const { done, total } = run.progress;
  return (
    <div className="flex max-w-xs items-center gap-3 text-sm text-muted tabular-nums">
      <ProgressBar fraction={done / total} label="Asking the tests" />
      {done}/{total}
    </div>
  );
}
