import { useNavigate, useSearch } from "@tanstack/react-router";
import { useListKeys } from "#lib/use-list-keys.ts";
import { useNow } from "#lib/use-now.ts";
import { Ago } from "#ui/ago.tsx";
import { classNames } from "#ui/class-names.ts";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { expectationWords } from "./expectation-words.ts";
import type { Test } from "./quality.ts";
import { VerdictMark } from "./verdict-mark.tsx";

export function TestsTable({ tests }: { tests: readonly Test[] }) {
  const now = useNow();
  const { test: openId } = useSearch({ from: "/studio/twins/$twinId/tests" });
  const navigate = useNavigate({ from: "/twins/$twinId/tests" });
  const open = (test: string | undefined) => void navigate({ search: { test } });
  const { setActiveId } = useListKeys({
    follows: openId !== undefined,
    onOpen: open,
    onClose: () => open(undefined),
  });
  const narrow = openId ? "max-2xl:hidden" : "max-lg:hidden";
  return (
    <table className="w-full table-fixed">
      <thead>
        <tr>
          <th className={TABLE_HEAD}>Question</th>
          <th className={`${TABLE_HEAD} w-2/5 ${narrow}`}>A good answer</th>
          <th className={`${TABLE_HEAD} w-36 max-md:w-28`}>Last verdict</th>
          <th className={`${TABLE_HEAD} w-28 ${narrow}`}>Run</th>
        </tr>
      </thead>
      <tbody>
        {tests.map((test) => (
          <tr
            key={test.id}
            data-row-id={test.id}
            tabIndex={-1}
            aria-selected={test.id === openId}
            onFocus={() => setActiveId(test.id)}
            className={TABLE_ROW}
          >
            <td className={TABLE_CELL}>
              <button
                type="button"
                onClick={() => open(test.id)}
                className="block w-full truncate text-left font-medium hover:underline"
              >
                {test.question}
              </button>
            </td>
            <td className={classNames(TABLE_CELL, narrow, "truncate text-sm text-muted")}>
              {test.expectations.map(expectationWords).join(" · ")}
            </td>
            <td className={`${TABLE_CELL} text-sm`}>
              <LastVerdict test={test} />
            </td>
            <td className={classNames(TABLE_CELL, narrow, "text-sm text-muted tabular-nums")}>
              {test.last && <Ago at={test.last.at} now={now} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LastVerdict({ test: { last } }: { test: Test }) {
  if (!last) return <VerdictMark verdict={null} />;
  if (!last.isCurrent) return <VerdictMark verdict={null}>Edited since</VerdictMark>;
  if (last.isLeak) return <VerdictMark verdict="failed">Answered</VerdictMark>;
  if (last.isOverRefusal) return <VerdictMark verdict="failed">Refused</VerdictMark>;
  return <VerdictMark verdict={last.verdict} />;
}
