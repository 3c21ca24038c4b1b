import { percentile } from "../percentile.ts";
import type { BenchTwin } from "./bench-twin.ts";
import { type Heard, readStream } from "./read-stream.ts";
import type { PacedModel } from "./start-paced-model.ts";

export interface Overhead {
  concurrency: number;
  /** Milliseconds to the first words: ours, and the model's own asked directly. */
  ours: { p50: number; p95: number };
  model: { p50: number; p95: number };
}

const FIRST_TOKEN_MS = 100;

/** So many questions, so many at a time, through the product and directly to the model. */
export async function measureOverhead(
  twin: BenchTwin,
  model: PacedModel,
  { concurrency, questions }: { concurrency: number; questions: number },
): Promise<Overhead> {
  Object.assign(model.pace, { firstTokenMs: FIRST_TOKEN_MS, everyMs: 0 });
  const ids = await twin.prepare(questions + concurrency);
  const direct = () =>
    readStream(`${model.baseUrl}/chat/completions`, {
      headers: {},
      body: "{}",
      isFirst: () => true,
    });
  const next = () => twin.ask(ids.pop() ?? "");
  await runAll(concurrency, concurrency, next);
  return {
    concurrency,
    ours: await runAll(questions, concurrency, next),
    model: await runAll(questions, concurrency, direct),
  };
}

async function runAll(questions: number, concurrency: number, ask: () => Promise<Heard>) {
  const firstMs: number[] = [];
  let left = questions;
  const worker = async () => {
    while (left-- > 0) firstMs.push((await ask()).firstMs);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return { p50: percentile(firstMs, 50), p95: percentile(firstMs, 95) };
}
