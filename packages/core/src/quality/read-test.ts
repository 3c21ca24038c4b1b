import type { QualityTestRow, TestedRow } from "@understudy/db/queries/quality-tests";
import { Expectation, type QualityTest } from "./contract.ts";

export function readTest(row: QualityTestRow, last: TestedRow["last"] = null): QualityTest {
  return {
    id: row.id,
    twinId: row.twinId,
    question: row.question,
    expectations: row.expectations.map((each) => Expectation.parse(each)),
    origin: row.origin,
    revision: row.revision,
    last: last && {
      runId: last.runId,
      verdict: last.verdict,
      isLeak: last.isLeak,
      isOverRefusal: last.isOverRefusal,
      isCurrent: last.testRevision === row.revision,
      at: last.createdAt.toISOString(),
    },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
