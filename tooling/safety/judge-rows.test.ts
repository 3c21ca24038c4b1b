import { expect, test } from "vitest";
import { judgeRows } from "./judge-rows.ts";
import type { SafetyCase } from "./record-cases.ts";

const ran = (name: string, state: SafetyCase["state"], recoveryMs: number | null = null) => ({
  file: "a/b.test.ts",
  project: "unit",
  name,
  state,
  recoveryMs,
});
const row = (...words: string[]) => ({
  id: "T01",
  what: "reads",
  tests: words.map((word) => ["a/b.test.ts", word] as const),
});
const verdictOf = (words: string[], cases: SafetyCase[]) => judgeRows([row(...words)], cases)[0];

test("a row passes when all that tries it does, and tells the longest recovery", () => {
  const cases = [ran("door one", "passed", 80), ran("door two", "passed", 120), ran("x", "failed")];
  expect(verdictOf(["door"], cases)).toMatchObject({
    cases: 2,
    passed: 2,
    recoveryMs: 120,
    verdict: "passed",
  });
});

test("a row fails with any of its tests, and where a test is gone", () => {
  const cases = [ran("door one", "passed"), ran("door two", "failed"), ran("lock", "skipped")];
  expect(verdictOf(["door"], cases)?.verdict).toBe("failed");
  expect(verdictOf(["door one", "window"], cases)?.verdict).toBe("no test");
  expect(verdictOf(["lock"], cases)?.verdict).toBe("skipped");
});
