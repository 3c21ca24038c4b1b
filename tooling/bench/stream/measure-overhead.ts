import { setTimeout as delay } from "node:timers/promises";
import { percentile } from "../percentile.ts";
import type { BenchTwin } from "./bench-twin.ts";
import { QUOTE_END, tokens } from "./paced-script.ts";
import { type Heard, readStream } from "./read-stream.ts";
import type { PacedModel } from "./start-paced-model.ts";

export interface Overhead {
  /** Milliseconds to the first words: ours, and the model's own first sentence asked directly. */
  ours: { p50: number; p95: number };
  model: { p50: number; p95: number };
}

const FIRST_TOKEN_MS = 100;

export interface Asking {
  questions: number;
  /** Each is asked when another has been answered. */
  concurrency: number;
  /** Between the tokens of an answer; with 0 it comes whole, and the next question at once. */
  everyMs: number;
}

/** So many questions, so many at a time, through the product and directly to the model. */
export async function measureOverhead(
  twin: BenchTwin,
  model: PacedModel,
  { concurrency, questions, everyMs }: Asking,
): Promise<Overhead> {
  await model.setPace({ firstTokenMs: FIRST_TOKEN_MS, everyMs });
  const ids = await twin.prepare(questions + concurrency);
  const direct = () =>
    readStream(`${model.baseUrl}/chat/completions`, {
      headers: {},
      body: "{}",
      // No words are shown before their sentence and its quote are there to be checked.
      isFirst: (frame) => frame.includes(QUOTE_END),
    });
  const next = () => twin.ask(ids.pop() ?? "");
  const many = { concurrency, questions, spreadMs: everyMs * tokens.length };
  await runAll({ ...many, questions: concurrency }, next);
  return { ours: await runAll(many, next), model: await runAll(many, direct) };
}

interface Run {
  questions: number;
  concurrency: number;
  /** The first questions are asked over this time, so that answers end at different times. */
  spreadMs: number;
}

async function runAll({ questions, concurrency, spreadMs }: Run, ask: () => Promise<Heard>) {
  const firstMs: number[] = [];
  let left = questions;
  const worker = async (_: unknown, at: number) => {
    await delay((at / concurrency) * spreadMs);
    while (left-- > 0) firstMs.push((await ask()).firstMs);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return { p50: percentile(firstMs, 50), p95: percentile(firstMs, 95) };
}
