import type { BenchTwin } from "./bench-twin.ts";
import { type Load, measureLoad } from "./measure-load.ts";
import { answerMs, eventCount, eventMs, TOKEN_MS } from "./paced-script.ts";
import { readStream } from "./read-stream.ts";
import type { PacedModel } from "./start-paced-model.ts";
import { startRawSse } from "./start-raw-sse.ts";

/** Of a bare event without its padding. */
const FRAME_BYTES = 40;

/**
 * Streams of 20 events a second from the product, and then from a bare handler that sends as much. An
 * event is a word or a citation: the product may tell several at once, the bare handler does not.
 */
export async function compareLoad(
  twin: BenchTwin,
  model: PacedModel,
  { pid, streams, seconds }: { pid: number; streams: number; seconds: number },
): Promise<string> {
  Object.assign(model.pace, { firstTokenMs: 100, everyMs: TOKEN_MS });
  const ids = await twin.prepare(streams * Math.ceil((seconds * 1_000) / answerMs + 1));
  const follow = () => twin.ask(ids.pop() ?? "");
  const ours = await measureLoad({ pid, streams, seconds, follow });
  const bytes = Math.max(0, Math.round(ours.bytesPerEvent - FRAME_BYTES));
  using raw = await startRawSse({ everyMs: eventMs, events: eventCount, bytes });
  const listen = { headers: {}, body: "{}", isFirst: () => true };
  const bare = await measureLoad({
    pid: raw.pid,
    streams,
    seconds,
    follow: () => readStream(raw.url, listen),
  });
  return [
    `${streams} streams of 20 events a second`,
    describe("ours", ours),
    describe("bare node:http", bare),
    `processor per event ${ratio(ours.cpuMicrosecondsPerEvent, bare.cpuMicrosecondsPerEvent)} times the bare handler's`,
  ].join("\n");
}

function describe(name: string, load: Load): string {
  const { cpuMicrosecondsPerEvent, kilobytesPerStream, eventsPerSecond, bytesPerEvent } = load;
  return [
    `  ${name}: ${cpuMicrosecondsPerEvent.toFixed(0)} µs of processor per event`,
    `${kilobytesPerStream.toFixed(0)} kB per stream`,
    `${eventsPerSecond.toFixed(0)} events/s`,
    `${bytesPerEvent.toFixed(0)} bytes each`,
  ].join(" · ");
}

function ratio(ours: number, theirs: number): string {
  return (ours / theirs).toFixed(1);
}
