import { timedOut } from "./refusals.ts";

export interface Deadlines {
  /** Name, connection and handshake, for each hop. */
  connectMs: number;
  firstByteMs: number;
  betweenBytesMs: number;
  /** From the first hop to the last byte. */
  totalMs: number;
}

export interface Deadline extends Disposable {
  /** Aborts with the caller's reason, or with `source.timed_out`. */
  readonly signal: AbortSignal;
  /** The next sign of progress has to come within this time. */
  expectWithin(milliseconds: number): void;
  /** Settles as `work` does, or rejects when the time is over. */
  race<Result>(work: Promise<Result>): Promise<Result>;
}

export function openDeadline(caller: AbortSignal, totalMs: number): Deadline {
  const over = new AbortController();
  const expire = () => over.abort(timedOut());
  const total = setTimeout(expire, totalMs);
  let progress: NodeJS.Timeout | undefined;
  const signal = AbortSignal.any([caller, over.signal]);
  return {
    signal,
    expectWithin(milliseconds) {
      clearTimeout(progress);
      progress = setTimeout(expire, milliseconds);
    },
    race(work) {
      signal.throwIfAborted();
      return new Promise((resolve, reject) => {
        const onAbort = () => reject(signal.reason);
        signal.addEventListener("abort", onAbort, { once: true });
        work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
      });
    },
    [Symbol.dispose]() {
      clearTimeout(total);
      clearTimeout(progress);
    },
  };
}
