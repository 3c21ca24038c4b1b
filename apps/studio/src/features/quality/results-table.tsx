import { useNavigate, useSearch } from "@tanstack/react-router";
import { plainWords } from "@understudy/answer-text/markdown/plain-words";
import { useListKeys } from "#lib/use-list-keys.ts";
import { classNames } from "#ui/class-names.ts";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { ChangeMark } from "./change-mark.tsx";
import type { Result } from "./quality.ts";
import { VerdictMark } from "./verdict-mark.tsx";

export function ResultsTable({ results }: { results: readonly Result[] }) {
  const { result: openId } = useSearch({ from: "/studio/twins/$twinId/runs/$runId" });
  const navigate = useNavigate({ from: "/twins/$twinId/runs/$runId" });
  const open = (result: string | undefined) =>
    void navigate({ search: (now) => ({ ...now, result }) });
  const { setActiveId } = useListKeys({
    follows: openId !== undefined,
    onOpen: open,
    onClose: () => open(undefined),
  });
  if (results.length === 0) return <p className="p-6 text-muted">No test of this kind.</p>;
  return (
    <table className="w-full table-fixed">
      <thead>
        <tr>
          <th className={TABLE_HEAD}>Question</th>
          <th className={`${TABLE_HEAD} w-32`}>Verdict</th>
          <th className={`${TABLE_HEAD} w-36 ${openId ? "max-2xl:hidden" : "max-md:hidden"}`}>
            Change
          </th>
        </tr>
      </thead>
      <tbody>
        {results.map((result) => (
          <tr
            key={result.testId}
            data-row-id={result.testId}
            tabIndex={-1}
            aria-selected={result.testId === openId}
            onFocus={() => setActiveId(result.testId)}
            className={TABLE_ROW}
          >
            <td className={classNames(TABLE_CELL, "py-1.5")}>
              <button
                type="button"
                onClick={() => open(result.testId)}
                className="block w-full truncate text-left font-medium hover:underline"
              >
                {result.question}
              </button>
              <p className="truncate text-sm text-muted">{plainWords(result.tested?.text ?? "")}</p>
            </td>
            <td className={`${TABLE_CELL} text-sm`}>
              <ResultVerdict result={result} />
            </td>
            <td
              className={classNames(
                TABLE_CELL,
                "text-sm",
                openId ? "max-2xl:hidden" : "max-md:hidden",
              )}
            >
              <ChangeMark result={result} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ResultVerdict({ result: { tested, isLeak, isOverRefusal } }: { result: Result }) {
  if (!tested) return <VerdictMark verdict={null}>Waiting</VerdictMark>;
  if (isLeak) return <VerdictMark verdict="failed">Leak</VerdictMark>;
  if (isOverRefusal) return <VerdictMark verdict="failed">Refused</VerdictMark>;
  return <VerdictMark verdict={tested.verdict} />;
}
