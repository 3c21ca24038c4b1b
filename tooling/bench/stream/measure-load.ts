import { eventCount } from "./paced-script.ts";
import { processUse } from "./process-use.ts";
import type { Heard } from "./read-stream.ts";

export interface Load {
  eventsPerSecond: number;
  cpuMicrosecondsPerEvent: number;
  kilobytesPerStream: number;
  bytesPerEvent: number;
}

export interface Loading {
  pid: number;
  streams: number;
  seconds: number;
  /** How long one answer lasts: they begin as far apart as they would be after a while. */
  answerMs: number;
  /** Follows one stream to its end. */
  follow: () => Promise<Heard>;
}

/** Keeps so many streams open for so long, each begun again when it ends, and sees what the process uses. */
export async function measureLoad({
  pid,
  streams,
  seconds,
  answerMs,
  follow,
}: Loading): Promise<Load> {
  const before = processUse(pid);
  const startedMs = performance.now();
  const endsAtMs = startedMs + answerMs + seconds * 1_000;
  let events = 0;
  let bytes = 0;
  let mostBytes = before.residentBytes;
  const watch = setInterval(() => {
    mostBytes = Math.max(mostBytes, processUse(pid).residentBytes);
  }, 250);
  const worker = async (_: unknown, at: number) => {
    await new Promise((resolve) => setTimeout(resolve, (at / streams) * answerMs));
    while (performance.now() < endsAtMs) {
      const heard = await follow();
      events += eventCount;
      bytes += heard.bytes;
    }
  };
  await Promise.all(Array.from({ length: streams }, worker)).finally(() => clearInterval(watch));
  const elapsedSeconds = (performance.now() - startedMs) / 1_000;
  return {
    eventsPerSecond: events / elapsedSeconds,
    cpuMicrosecondsPerEvent: ((processUse(pid).cpuMs - before.cpuMs) * 1_000) / events,
    kilobytesPerStream: (mostBytes - before.residentBytes) / 1_024 / streams,
    bytesPerEvent: bytes / events,
  };
}
