import type { AnswerEvent } from "./contract.ts";

/** The events of one answer in the process that makes it; any number may follow, from any point. */
export interface LiveAnswer {
  readonly events: readonly AnswerEvent[];
  readonly isClosed: boolean;
  append(event: AnswerEvent): void;
  /** No more events come; those who follow end. */
  close(): void;
  /** The events behind a sequence number, those to come included, until the signal aborts. */
  follow(after: number, until: AbortSignal): AsyncGenerator<AnswerEvent>;
  /** Milliseconds since the last one who followed left; 0 while someone does. */
  unwatchedMs(): number;
}

export function createLiveAnswer(): LiveAnswer {
  const events: AnswerEvent[] = [];
  const waiting = new Set<() => void>();
  let closed = false;
  let followers = 0;
  let leftAtMs = performance.now();
  const wake = () => {
    for (const resolve of waiting) resolve();
    waiting.clear();
  };
  return {
    events,
    get isClosed() {
      return closed;
    },
    append(event) {
      events.push(event);
      wake();
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
          while (next < events.length) yield events[next++]!;
          if (closed || until.aborted) return;
          await new Promise<void>((resolve) => waiting.add(resolve));
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
