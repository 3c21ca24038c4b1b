import type { QualityResultRow } from "@understudy/db/queries/quality-results";
import { changeOf } from "./compare-outcomes.ts";
import { type RunResult, TestedAnswer, type TestOutcome, type Verdict } from "./contract.ts";
import type { StoredTest } from "./stored-test.ts";

/** What a run says of each test, in the order of the tests. */
export function readResults(
  tests: readonly StoredTest[],
  results: readonly QualityResultRow[],
  previous: ReadonlyMap<string, Verdict>,
): RunResult[] {
  const bySide = new Map(results.map((each) => [`${each.testId}/${each.side}`, each]));
  return tests.map(({ id: testId, question }) => {
    const tested = bySide.get(`${testId}/tested`);
    const compared = bySide.get(`${testId}/compared`);
    return {
      testId,
      question,
      tested: tested ? readOutcome(tested) : null,
      compared: compared ? readOutcome(compared) : null,
      change: changeOf(compared?.verdict ?? null, tested?.verdict ?? null),
      isLeak: tested?.isLeak ?? false,
      isOverRefusal: tested?.isOverRefusal ?? false,
      previousVerdict: previous.get(testId) ?? null,
    };
  });
}

function readOutcome({ verdict, detail }: QualityResultRow): TestOutcome {
  return { ...TestedAnswer.parse(detail), verdict };
}
