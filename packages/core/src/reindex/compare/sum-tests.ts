import type { Comparison } from "../contract.ts";

type Tested = NonNullable<Comparison["tests"]>;
export type TriedTest = Tested["changes"][number];

/** Null where the twin has no tests. What got worse is told first. */
export function sumTests(tried: readonly TriedTest[]): Tested | null {
  if (tried.length === 0) return null;
  const passedIn = (side: "before" | "after") =>
    tried.filter((test) => test[side] === "passed").length;
  return {
    total: tried.length,
    before: passedIn("before"),
    after: passedIn("after"),
    changes: tried
      .filter(({ before, after }) => before !== after)
      .toSorted((a, b) => Number(b.before === "passed") - Number(a.before === "passed")),
  };
}
