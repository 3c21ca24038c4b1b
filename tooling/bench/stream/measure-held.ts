import { setTimeout as delay } from "node:timers/promises";
import { processUse } from "./process-use.ts";
import { type Heard, Refused } from "./read-stream.ts";

/** Given to a process that is measured here. */
export const COLLECTABLE = {
  NODE_OPTIONS: `--import=${new URL("collect-on-signal.ts", import.meta.url).href}`,
};

export interface Held {
  /** Streams that had begun and not ended when memory was read. */
  open: number;
  kilobytesPerStream: number;
}

interface Holding {
  pid: number;
  streams: number;
  /** Follows one stream to its end. */
  follow: () => Promise<Heard>;
  /** They are asked for within so long, one after the other, */
  openWithinMs: number;
  /** and have begun so long after; each must last longer than both. */
  settleMs: number;
}

const RETRY_AFTER_MS = 1_000;
const COLLECT_MS = 3_000;

/** What a process keeps of so many streams that are open at once: its garbage is collected before and then. */
export async function measureHeld({
  pid,
  streams,
  follow,
  openWithinMs,
  settleMs,
}: Holding): Promise<Held> {
  const before = await residentWithoutGarbage(pid);
  const spans: { beganMs: number; endedMs: number }[] = [];
  const hold = async (_: unknown, at: number) => {
    await delay((at / streams) * openWithinMs);
    const { askedMs, firstMs } = await untilTaken(follow);
    spans.push({ beganMs: askedMs + firstMs, endedMs: performance.now() });
  };
  const held = Promise.all(Array.from({ length: streams }, hold));
  await delay(openWithinMs + settleMs);
  const fullMs = performance.now();
  const after = await residentWithoutGarbage(pid);
  const readMs = performance.now();
  await held;
  const open = spans.filter((span) => span.beganMs < fullMs && span.endedMs > readMs).length;
  return { open, kilobytesPerStream: (after - before) / 1_024 / open };
}

async function untilTaken(
  follow: () => Promise<Heard>,
): Promise<{ askedMs: number; firstMs: number }> {
  for (;;) {
    const askedMs = performance.now();
    try {
      return { askedMs, firstMs: (await follow()).firstMs };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await delay(RETRY_AFTER_MS);
    }
  }
}

async function residentWithoutGarbage(pid: number): Promise<number> {
  process.kill(pid, "SIGUSR2");
  await delay(COLLECT_MS);
  return processUse(pid).residentBytes;
}
