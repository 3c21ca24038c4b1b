import type { BenchTwin } from "./bench-twin.ts";
import { type Load, type Loading as LoadSettings, measureLoad } from "./measure-load.ts";
import { eventCount, eventsOf, sentences, tokenMsAt } from "./paced-script.ts";
import { readStream } from "./read-stream.ts";
import type { PacedModel } from "./start-paced-model.ts";
import { type Raw, startRaw } from "./start-raw.ts";

/** Of a bare event without its padding. */
const FRAME_BYTES = 40;

interface Loading {
  pid: number;
  streams: number;
  seconds: number;
  /** Of each stream. */
  eventsPerSecond: number;
}

/** Answers of half as many sentences cost a question as well: the difference is what the events cost. */
const HALF = sentences.length / 2;

/**
 * Streams of so many events a second from the product; then from a bare handler that sends as much, and from
 * one that reads the same model. An event is a word or a citation: the product may tell several at
 * once, the bare handlers do not.
 */
export async function compareLoad(
  twin: BenchTwin,
  model: PacedModel,
  { pid, streams, seconds, eventsPerSecond }: Loading,
): Promise<string> {
  const pace = { firstTokenMs: 100, everyMs: tokenMsAt(eventsPerSecond) };
  const answerMs = (eventCount * 1_000) / eventsPerSecond;
  const load = { streams, seconds, answerMs, eventCount };
  const half = { ...load, answerMs: answerMs / 2, eventCount: eventsOf(HALF) };
  const perStream = Math.ceil((seconds * 1_000) / answerMs + 2);
  const ids = await twin.prepare(streams * perStream * 3);
  const follow = () => twin.askNext(ids);
  await model.setPace({ ...pace, said: HALF });
  const short = await measureLoad({ ...half, pid, follow });
  await model.setPace(pace);
  const ours = await measureLoad({ ...load, pid, follow });
  const alone =
    (ours.cpuMicrosecondsPerAnswer - short.cpuMicrosecondsPerAnswer) /
    (eventCount - half.eventCount);
  const bytes = Math.max(0, Math.round(ours.bytesPerEvent - FRAME_BYTES));
  using sse = await startRaw("raw-sse", [1_000 / eventsPerSecond, eventCount, bytes]);
  const bare = await measureRaw(sse, load);
  using relay = await startRaw("raw-relay", [model.baseUrl]);
  const relayed = await measureRaw(relay, load);
  const compare = (cpu: number) =>
    `${(cpu / bare.cpuMicrosecondsPerEvent).toFixed(1)} times the bare handler's, ${(cpu / relayed.cpuMicrosecondsPerEvent).toFixed(1)} times the reading one's`;
  return [
    `${streams} streams of ${eventsPerSecond} events a second`,
    describe("ours, with the question", ours),
    `  ours, an event alone: ${alone.toFixed(0)} µs of processor`,
    describe("bare handler", bare),
    describe("bare handler that reads the model", relayed),
    `  processor per event: ${compare(ours.cpuMicrosecondsPerEvent)}; alone: ${compare(alone)}`,
  ].join("\n");
}

function measureRaw({ url, pid }: Raw, load: Omit<LoadSettings, "pid" | "follow">): Promise<Load> {
  const listen = { headers: {}, body: "{}", isFirst: () => true };
  return measureLoad({ ...load, pid, follow: () => readStream(url, listen) });
}

function describe(name: string, load: Load): string {
  const { cpuMicrosecondsPerEvent, eventsPerSecond, bytesPerEvent, refused } = load;
  return [
    `  ${name}: ${cpuMicrosecondsPerEvent.toFixed(0)} µs of processor per event`,
    `${eventsPerSecond.toFixed(0)} events/s`,
    `${bytesPerEvent.toFixed(0)} bytes each`,
    ...(refused > 0 ? [`${refused} times told to come later`] : []),
  ].join(" · ");
}
