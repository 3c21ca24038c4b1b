import type { ResultFilter } from "#app/quality-search.ts";
import type { Result } from "./quality.ts";

const BELONGS: Record<ResultFilter, (result: Result) => boolean> = {
  all: () => true,
  failed: ({ tested }) => tested !== null && tested.verdict !== "passed",
  passed: ({ tested }) => tested?.verdict === "passed",
  changed: ({ change, tested, previousVerdict }) =>
    change === "regressed" ||
    change === "fixed" ||
    (tested !== null && previousVerdict !== null && previousVerdict !== tested.verdict),
};

export function filterResults(results: readonly Result[], show: ResultFilter): Result[] {
  return results.filter(BELONGS[show]);
}
