import type { AnswerEvent } from "./contract.ts";

/** Within this time after the last time they were told, followers are told together what is said. */
const GATHER_MS = 40;

/** The events of one answer in the process that makes it; any number may follow, from any point. */
export interface LiveAnswer {
  readonly events: readonly AnswerEvent[];
  readonly isClosed: boolean;
  append(event: AnswerEvent): void;
  /** No more events come; those who follow end. */
  close(): void;
  /**
   * The events behind a sequence number, those to come included, until the signal aborts; at once what
   * was said at once, and never nothing.
   */
  follow(after: number, until: AbortSignal): AsyncGenerator<readonly AnswerEvent[]>;
  /** Milliseconds since the last one who followed left; 0 while someone does. */
  unwatchedMs(): number;
}

export function createLiveAnswer(): LiveAnswer {
  const events: AnswerEvent[] = [];
  const waiting = new Set<() => void>();
  let closed = false;
  let followers = 0;
  let leftAtMs = performance.now();
  let isGathering = false;
  let toldAtMs = Number.NEGATIVE_INFINITY;
  const wake = () => {
    for (const resolve of waiting) resolve();
    waiting.clear();
  };
  const tell = () => {
    isGathering = false;
    toldAtMs = performance.now();
    wake();
  };
  const gather = () => {
    if (isGathering) return;
    isGathering = true;
    const waitMs = toldAtMs + GATHER_MS - performance.now();
    if (waitMs > 0) setTimeout(tell, waitMs);
    else setImmediate(tell);
  };
  return {
    events,
    get isClosed() {
      return closed;
    },
    append(event) {
      events.push(event);
      gather();
    },
    close() {
      closed = true;
      wake();
    },
    async *follow(after, until) {
      followers += 1;
      until.addEventListener("abort", wake);
      try {
        let next = events.findIndex((event) => event.sequence > after);
        if (next < 0) next = events.length;
        for (;;) {
          const untold = events.slice(next);
          next = events.length;
          if (untold.length > 0) yield untold;
          else if (closed || until.aborted) return;
          else await new Promise<void>((resolve) => waiting.add(resolve));
        }
      } finally {
        followers -= 1;
        until.removeEventListener("abort", wake);
        leftAtMs = performance.now();
      }
    },
    unwatchedMs: () => (followers > 0 ? 0 : performance.now() - leftAtMs),
  };
}
