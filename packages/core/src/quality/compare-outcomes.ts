import type { z } from "zod";
import type { OutcomeChange, RunSummary, Verdict } from "./contract.ts";

/** From what it is compared with to what is tested; null verdicts were not, or not yet, reached. */
export function changeOf(
  before: Verdict | null,
  after: Verdict | null,
): z.infer<typeof OutcomeChange> | null {
  if (after === null) return null;
  if (before === null) return "new";
  if (before === "passed" && after !== "passed") return "regressed";
  return before !== "passed" && after === "passed" ? "fixed" : "same";
}

export interface SidedResult {
  testId: string;
  side: "tested" | "compared";
  verdict: Verdict;
  isLeak: boolean;
  isOverRefusal: boolean;
}

export function summarizeRun(results: readonly SidedResult[]): RunSummary {
  const compared = new Map(
    results.filter(({ side }) => side === "compared").map((each) => [each.testId, each.verdict]),
  );
  const tested = results.filter(({ side }) => side === "tested");
  const count = (holds: (result: SidedResult) => boolean) => tested.filter(holds).length;
  const changed = (result: SidedResult) =>
    changeOf(compared.get(result.testId) ?? null, result.verdict);
  return {
    passed: count(({ verdict }) => verdict === "passed"),
    failed: count(({ verdict }) => verdict === "failed"),
    skipped: count(({ verdict }) => verdict === "skipped"),
    regressed: count((result) => changed(result) === "regressed"),
    fixed: count((result) => changed(result) === "fixed"),
    leaks: count(({ isLeak }) => isLeak),
    overRefusals: count(({ isOverRefusal }) => isOverRefusal),
  };
}
