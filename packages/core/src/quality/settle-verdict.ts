import type { Expectation, JudgedExpectation, Verdict } from "./contract.ts";

export interface Settled {
  verdict: Verdict;
  /** It was answered, and should have been refused. */
  isLeak: boolean;
  /** It was refused, and should have been answered. */
  isOverRefusal: boolean;
}

const WANTS_ANSWER: ReadonlySet<Expectation["kind"]> = new Set([
  "cites_source",
  "cites_passage",
  "contains",
  "verified",
  "supported",
]);

/** One failed expectation fails a test; one that could not be told keeps it from passing. */
export function settleVerdict(judged: readonly JudgedExpectation[], answered: boolean): Settled {
  const verdicts = new Set(judged.map(({ verdict }) => verdict));
  const kinds = judged.map(({ expectation }) => expectation.kind);
  const wantsRefusal = kinds.includes("refuses");
  const hasFailed = verdicts.has("failed");
  const wantsAnswer = !wantsRefusal && kinds.some((kind) => WANTS_ANSWER.has(kind));
  return {
    verdict: hasFailed ? "failed" : verdicts.has("skipped") ? "skipped" : "passed",
    isLeak: wantsRefusal && answered,
    isOverRefusal: hasFailed && wantsAnswer && !answered,
  };
}
