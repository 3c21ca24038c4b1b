import type { SafetyCase } from "./record-cases.ts";
import type { SafetyRow } from "./safety-row.ts";

export interface JudgedRow {
  id: string;
  what: string;
  cases: number;
  passed: number;
  skipped: number;
  /** Of the slowest; null where none is measured. */
  recoveryMs: number | null;
  verdict: "passed" | "failed" | "skipped" | "no test";
}

/** What came of each row; one that no test tries is as bad as one that fails. */
export function judgeRows(rows: readonly SafetyRow[], cases: readonly SafetyCase[]): JudgedRow[] {
  return rows.map(({ id, what, tests }) => {
    const matched = tests.map(([file, words = ""]) =>
      cases.filter((each) => each.file.startsWith(file) && each.name.includes(words)),
    );
    const own = [...new Set(matched.flat())];
    const passed = own.filter(({ state }) => state === "passed").length;
    const skipped = own.filter(({ state }) => state === "skipped").length;
    const recoveries = own.flatMap(({ recoveryMs }) => recoveryMs ?? []);
    return {
      id,
      what,
      cases: own.length,
      passed,
      skipped,
      recoveryMs: recoveries.length > 0 ? Math.max(...recoveries) : null,
      verdict: judge({ isWhole: matched.every((some) => some.length > 0), own, passed, skipped }),
    };
  });
}

function judge({
  isWhole,
  own,
  passed,
  skipped,
}: {
  isWhole: boolean;
  own: readonly SafetyCase[];
  passed: number;
  skipped: number;
}): JudgedRow["verdict"] {
  if (!isWhole) return "no test";
  if (passed + skipped < own.length) return "failed";
  return passed === 0 ? "skipped" : "passed";
}
