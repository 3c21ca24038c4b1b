import { setTimeout as delay } from "node:timers/promises";
import { processUse } from "./process-use.ts";
import { type Heard, Refused } from "./read-stream.ts";

export interface Load {
  eventsPerSecond: number;
  cpuMicrosecondsPerEvent: number;
  cpuMicrosecondsPerAnswer: number;
  bytesPerEvent: number;
  /** Questions that were told to come later, and did. */
  refused: number;
}

export interface Loading {
  pid: number;
  streams: number;
  seconds: number;
  /** How long one answer lasts: they begin as far apart as they would be after a while. */
  answerMs: number;
  /** Of one answer. */
  eventCount: number;
  /** Follows one stream to its end. */
  follow: () => Promise<Heard>;
}

const RETRY_AFTER_MS = 1_000;

/** Keeps so many streams open for so long, each begun again when it ends, and sees what the process uses. */
export async function measureLoad({
  pid,
  streams,
  seconds,
  answerMs,
  eventCount,
  follow,
}: Loading): Promise<Load> {
  const before = processUse(pid);
  const startedMs = performance.now();
  const endsAtMs = startedMs + answerMs + seconds * 1_000;
  let answers = 0;
  let bytes = 0;
  let refused = 0;
  const worker = async (_: unknown, at: number) => {
    await delay((at / streams) * answerMs);
    while (performance.now() < endsAtMs) {
      try {
        const heard = await follow();
        bytes += heard.bytes;
        answers += 1;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        refused += 1;
        await delay(RETRY_AFTER_MS);
      }
    }
  };
  await Promise.all(Array.from({ length: streams }, worker));
  const elapsedSeconds = (performance.now() - startedMs) / 1_000;
  const events = answers * eventCount;
  const cpuMicroseconds = (processUse(pid).cpuMs - before.cpuMs) * 1_000;
  return {
    eventsPerSecond: events / elapsedSeconds,
    cpuMicrosecondsPerEvent: cpuMicroseconds / events,
    cpuMicrosecondsPerAnswer: cpuMicroseconds / answers,
    bytesPerEvent: bytes / events,
    refused,
  };
}
