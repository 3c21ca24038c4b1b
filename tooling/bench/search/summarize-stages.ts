import { percentile } from "../percentile.ts";

export type Timings = Record<string, number>;

export interface StageFigures {
  name: string;
  p50Ms: number;
  p95Ms: number;
}

/** Each stage's share of so many searches; `rest` is what a search takes outside its stages. */
export function summarizeStages(
  timings: readonly Timings[],
  wholeMs: readonly number[],
): StageFigures[] {
  const names = Object.keys(timings[0] ?? {});
  const stages = names.map((name) => ({ name, tookMs: timings.map((each) => each[name] ?? 0) }));
  const restMs = wholeMs.map((whole, i) => whole - total(Object.values(timings[i]!)));
  return [...stages, { name: "rest", tookMs: restMs }].map(({ name, tookMs }) => ({
    name,
    p50Ms: percentile(tookMs, 50),
    p95Ms: percentile(tookMs, 95),
  }));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
