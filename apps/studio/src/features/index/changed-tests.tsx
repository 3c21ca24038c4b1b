import { Link } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { VerdictMark } from "#features/quality/verdict-mark.tsx";
import { useTwin } from "#features/twins/use-twin.ts";
import type { Comparison } from "./use-index.ts";

/** Quality tests that end otherwise in the new index; each opens. */
export function ChangedTests({ tests }: { tests: NonNullable<Comparison["tests"]>["changes"] }) {
  const twin = useTwin();
  return (
    <div className="grid gap-1.5">
      <h3 className="text-sm font-semibold">Quality tests that end otherwise</h3>
      <ul className="divide-y divide-line border-y border-line">
        {tests.map(({ testId, question, before, after }) => (
          <li key={testId} className="flex items-center gap-3 py-2 text-sm max-md:flex-wrap">
            <Link
              to="/twins/$twinId/tests"
              params={{ twinId: twin.id }}
              search={{ test: testId }}
              className="min-w-0 flex-1 truncate hover:underline"
            >
              {question}
            </Link>
            <span className="flex shrink-0 items-center gap-2">
              <VerdictMark verdict={before} />
              <ArrowRight aria-label="then" className="size-3.5 text-faint" />
              <VerdictMark verdict={after} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
