import type { Context } from "../kernel/context.ts";
import { ProcessStopping, StopRequested } from "./answer-run.ts";
import type { Exchange } from "./exchange.ts";
import { createLiveAnswer, type LiveAnswer } from "./live-answer.ts";
import { runAnswer } from "./run-answer.ts";

const ABANDONED_AFTER_MS = 10_000;
/** How long an answer that ended stays here for those who reconnect; after that the database has it. */
const KEPT_MS = 10_000;

interface Run {
  live: LiveAnswer;
  stop: AbortController;
  ended: Promise<void>;
}

/** The answers that this process makes; each goes on without the request that asked for it. */
export interface AnswerRuns {
  start(ctx: Context, exchange: Exchange): void;
  find(messageId: string): LiveAnswer | undefined;
  stop(messageId: string): void;
  /** Breaks off what still runs and waits until each answer has ended in the database. */
  close(): Promise<void>;
}

export function createAnswerRuns({ abandonedAfterMs = ABANDONED_AFTER_MS } = {}): AnswerRuns {
  const runs = new Map<string, Run>();
  return {
    start(ctx, exchange) {
      const live = createLiveAnswer();
      const stop = new AbortController();
      const run = { exchange, live, stop, abandonedAfterMs };
      const ended = runAnswer({ ...ctx, signal: stop.signal }, run).finally(() => {
        setTimeout(() => runs.delete(exchange.answerId), KEPT_MS).unref();
      });
      runs.set(exchange.answerId, { live, stop, ended });
    },
    find: (messageId) => runs.get(messageId)?.live,
    stop: (messageId) => runs.get(messageId)?.stop.abort(new StopRequested()),
    async close() {
      for (const { stop } of runs.values()) stop.abort(new ProcessStopping());
      await Promise.all([...runs.values()].map(({ ended }) => ended));
    },
  };
}
