import type { Overhead } from "./measure-overhead.ts";

interface Described extends Overhead {
  concurrency: number;
  everyMs: number;
  /** Of the product's process for each question, with the making of its conversation. */
  cpuMs: number;
}

export function describeOverhead({ concurrency, everyMs, cpuMs, ours, model }: Described): string {
  const [p50, p95] = [ours.p50 - model.p50, ours.p95 - model.p95].map((ms) => ms.toFixed(0));
  return [
    everyMs === 0
      ? `${concurrency} at a time, each next one at once`
      : `${concurrency} answers always being written, a token every ${everyMs} ms`,
    `p50 ${p50}`,
    `p95 ${p95}`,
    `model alone p50 ${model.p50.toFixed(0)} p95 ${model.p95.toFixed(0)}`,
    `processor ${cpuMs.toFixed(1)} ms a question`,
  ].join(" · ");
}
