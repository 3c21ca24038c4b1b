import { setTimeout as delay } from "node:timers/promises";
import type { Fetched, FetchOptions } from "../egress/open-egress.ts";
import { BadStatus } from "../egress/refusals.ts";
import { sayDuration } from "../egress/retry-after.ts";
import type { JobContext } from "../kernel/job.ts";

/** Longer than this a job does not hold its place for a server: it leaves what it was to read for another time. */
export const LONGEST_WAIT_SECONDS = 60;
const MAX_TRIES = 3;

/**
 * Asks once more where a server that is busy (429, 503) says after how long, and that is soon. Throws
 * what `fetchUrl` throws, with the time to wait where that is longer.
 */
export async function fetchPatiently(
  ctx: JobContext,
  url: string,
  options: Omit<FetchOptions, "signal">,
): Promise<Fetched> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ctx.ports.egress.fetchUrl(url, { ...options, signal: ctx.signal });
    } catch (error) {
      const seconds = error instanceof BadStatus ? error.retryAfterSeconds : null;
      if (seconds === null || seconds > LONGEST_WAIT_SECONDS || tries >= MAX_TRIES) throw error;
      await ctx.note("info", `The site asks for ${sayDuration(seconds)} of rest: ${url}`);
      await rest(seconds, ctx.signal);
    }
  }
}

async function rest(seconds: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(seconds * 1_000, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}
