import { createDraftKeeper, type DraftKeeper } from "./draft-keeper.ts";
import { createLiveAnswer, type LiveAnswer } from "./live-answer.ts";
import { ProcessStopping, StopRequested } from "./why-stopped.ts";

const ABANDONED_AFTER_MS = 10_000;
/** How long an answer that ended stays here for those who reconnect; after that the database has it. */
const KEPT_MS = 10_000;

interface Run {
  live: LiveAnswer;
  stop: AbortController;
  ended: Promise<void>;
}

/** Makes an answer to its end, and never rejects; an abort of `stop` says why it ends early. */
export type MakeAnswer = (run: Making) => Promise<void>;

export interface Making {
  live: LiveAnswer;
  stop: AbortController;
  abandonedAfterMs: number;
}

/** The answers that this process makes; each goes on without the request that asked for it. */
export interface AnswerRuns {
  readonly drafts: DraftKeeper;
  start(messageId: string, make: MakeAnswer): void;
  find(messageId: string): LiveAnswer | undefined;
  stop(messageId: string): void;
  /** Breaks off what still runs and waits until each answer has ended in the database. */
  close(): Promise<void>;
}

export function createAnswerRuns({ abandonedAfterMs = ABANDONED_AFTER_MS } = {}): AnswerRuns {
  const runs = new Map<string, Run>();
  return {
    drafts: createDraftKeeper(),
    start(messageId, make) {
      const live = createLiveAnswer();
      const stop = new AbortController();
      const ended = make({ live, stop, abandonedAfterMs }).finally(() => {
        setTimeout(() => runs.delete(messageId), KEPT_MS).unref();
      });
      runs.set(messageId, { live, stop, ended });
    },
    find: (messageId) => runs.get(messageId)?.live,
    stop: (messageId) => runs.get(messageId)?.stop.abort(new StopRequested()),
    async close() {
      for (const { stop } of runs.values()) stop.abort(new ProcessStopping());
      await Promise.all([...runs.values()].map(({ ended }) => ended));
    },
  };
}
