import { setTimeout as delay } from "node:timers/promises";

export interface HostTurns {
  /** Resolves when it is the caller's turn; rejects with the signal's reason. */
  take(host: string, everyMs: number, signal: AbortSignal): Promise<void>;
}

const REMEMBERED_HOSTS = 1_000;

/** Requests to one host begin at least so long after one another, whoever asks. */
export function createHostTurns(): HostTurns {
  const nextAtMs = new Map<string, number>();
  return {
    async take(host, everyMs, signal) {
      const nowMs = performance.now();
      if (nextAtMs.size > REMEMBERED_HOSTS) forgetPast(nextAtMs, nowMs);
      const atMs = Math.max(nowMs, nextAtMs.get(host) ?? 0);
      nextAtMs.set(host, atMs + everyMs);
      if (atMs <= nowMs) return;
      try {
        await delay(atMs - nowMs, undefined, { signal });
      } catch (error) {
        signal.throwIfAborted();
        throw error;
      }
    },
  };
}

function forgetPast(nextAtMs: Map<string, number>, nowMs: number): void {
  for (const [host, atMs] of nextAtMs) if (atMs < nowMs) nextAtMs.delete(host);
}
