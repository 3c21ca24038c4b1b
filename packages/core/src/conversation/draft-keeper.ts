import { type AnswerWishes, keepAnswers } from "@understudy/db/queries/answer-runs";
import type { TenantTx } from "@understudy/db/scope";
import type { Said } from "./answer-draft.ts";
import type { LiveAnswer } from "./live-answer.ts";
import { Abandoned, StopRequested } from "./why-stopped.ts";

const KEEP_EVERY_MS = 300;
const LEASE_SECONDS = 15;
/** So that a transaction stays short: on the embedded engine everything else waits for it. */
const MOST_TOGETHER = 100;

/** An answer while it is made, and all that keeping it needs. */
export interface KeptAnswer {
  messageId: string;
  /** Answers of one scope are kept together. */
  scope: string;
  transaction<Result>(work: (tx: TenantTx) => Promise<Result>): Promise<Result>;
  /** Told what went wrong with the keeping; the answer goes on. */
  warn(error: unknown): void;
  draft: { readonly said: Readonly<Said> };
  live: LiveAnswer;
  stop: AbortController;
  abandonedAfterMs: number;
}

export interface DraftKeeper {
  /** Keeps the answer until `finish`, which resolves when no more will be written. */
  keep(answer: KeptAnswer): { finish(): Promise<void> };
}

interface Held extends KeptAnswer {
  keptEvents: number;
  keeping: Promise<void> | null;
}

/**
 * Flushes the running answers of this process to the database, those of one scope in one transaction,
 * and hears there whether they are to stop.
 */
export function createDraftKeeper(): DraftKeeper {
  const held = new Set<Held>();
  let timer: NodeJS.Timeout | undefined;
  const keepAll = () => {
    const idle = [...held].filter(({ keeping }) => keeping === null);
    for (const together of Map.groupBy(idle, ({ scope }) => scope).values()) {
      for (let first = 0; first < together.length; first += MOST_TOGETHER) {
        begin(together.slice(first, first + MOST_TOGETHER));
      }
    }
  };
  return {
    keep(answer) {
      const own: Held = { ...answer, keptEvents: 0, keeping: null };
      held.add(own);
      timer ??= setInterval(keepAll, KEEP_EVERY_MS);
      return {
        async finish() {
          held.delete(own);
          if (held.size === 0) {
            clearInterval(timer);
            timer = undefined;
          }
          await own.keeping;
        },
      };
    },
  };
}

function begin(together: readonly Held[]): void {
  const keeping = keepTogether(together).finally(() => {
    for (const each of together) each.keeping = null;
  });
  for (const each of together) each.keeping = keeping;
}

/** What cannot be kept with the others is tried alone, so that one answer is never another's undoing. */
async function keepTogether(together: readonly Held[]): Promise<void> {
  try {
    await flush(together);
  } catch (error) {
    if (together.length > 1) await Promise.all(together.map((each) => keepTogether([each])));
    else for (const { warn } of together) warn(error);
  }
}

async function flush(together: readonly Held[]): Promise<void> {
  const unkept = together.map(({ messageId, draft, live, keptEvents }) => {
    const events = live.events.slice(keptEvents);
    return { messageId, news: events.length > 0 ? { text: draft.said.text, events } : null };
  });
  const wishes = await together[0]?.transaction((tx) =>
    keepAnswers(tx, unkept, { leaseSeconds: LEASE_SECONDS }),
  );
  const wished = new Map(wishes?.map((each) => [each.messageId, each]));
  for (const [i, each] of together.entries()) {
    each.keptEvents += unkept[i]?.news?.events.length ?? 0;
    heed(each, wished.get(each.messageId));
  }
}

function heed(
  { stop, live, abandonedAfterMs }: KeptAnswer,
  wishes: AnswerWishes | undefined,
): void {
  if (!wishes || wishes.stopRequested) stop.abort(new StopRequested());
  else if (!wishes.watchedElsewhere && live.unwatchedMs() > abandonedAfterMs) {
    stop.abort(new Abandoned());
  }
}
