import { setImmediate as nextTurn } from "node:timers/promises";
import type { ClaimedJob } from "../queries/job-attempts.ts";
import { type Arrivals, type Arrived, createArrivals } from "./create-arrivals.ts";
import { createHeld } from "./create-held.ts";
import { createShares } from "./create-shares.ts";
import { createTally } from "./create-tally.ts";
import type { Delivery } from "./queue-name.ts";
import type { Taken, Turn } from "./take-turn.ts";

export interface Slots {
  /** Ends what went well and takes what there is room for, each run on its own. One call at a time. */
  fill(): Promise<void>;
  /** Jobs have come since the last look, from any tenant. */
  noteArrivals(arrived: Arrived): void;
  /** Takes no more of what was fetched and has not begun; gives that. */
  dropWaiting(): Delivery[];
  /** Resolves when nothing runs. */
  idle(): Promise<void>;
}

interface SlotOptions {
  concurrency: number;
  /** One slot is kept from the busiest tenant, so that no one waits for all of another's work. */
  perTenant: number;
  isOpen: () => boolean;
  takeTurn: (turn: Turn) => Promise<Taken>;
  /** Whether the attempt went well; if not, what came of it is written down already. */
  run: (job: ClaimedJob) => Promise<boolean>;
  onFree: () => void;
  /** Nothing waits for any tenant. */
  onEmpty: () => void;
}

/** Those that ended so lately say how many more can be fetched without keeping them from others for long. */
const LATELY_MS = 50;

/**
 * pg-boss's own worker refills only after its whole batch has ended, or after its polling interval;
 * here a slot is refilled as soon as it is free, and short jobs end and begin together.
 */
export function createSlots(options: SlotOptions): Slots {
  const { concurrency, perTenant, isOpen, takeTurn, run, onFree, onEmpty } = options;
  const running = new Set<Promise<void>>();
  const shares = createShares(perTenant);
  const lately = createTally(LATELY_MS);
  const held = createHeld(shares);
  let ended: ClaimedJob[] = [];
  const arrivals = createArrivals();

  const start = (job: ClaimedJob) => {
    shares.take(job);
    const attempt = run(job).then((wentWell) => {
      if (wentWell) ended.push(job);
      lately.add();
      shares.give(job);
      running.delete(attempt);
      onFree();
    });
    running.add(attempt);
  };
  const free = () => (isOpen() ? concurrency - running.size : 0);
  /** False when there is nothing to do until something changes. */
  const takeOne = async (): Promise<boolean> => {
    const turn = planNext({ ended, held, shares, lately, arrivals, free: free() });
    const looks = turn.begin > 0;
    if (!looks && !turn.isDue && turn.held.length + turn.ended.length === 0) return false;
    const looksAtAll = looks && turn.ignoreGroups.length === 0;
    ended = [];
    const look = arrivals.look({ atAll: looksAtAll });
    const taken = await takeTurn(turn).catch((error: unknown) => {
      ended = [...turn.ended, ...ended];
      look.fail();
      throw error;
    });
    for (const job of taken.claimed) start(job);
    held.add(taken.ahead);
    if (!taken.isEmpty) look.findMore();
    if (taken.hasSent) arrivals.note("sent");
    if (taken.isMoreDue) arrivals.note("due");
    if (taken.isEmpty && looksAtAll) onEmpty();
    // What takes no time has ended by then: it is ended in one turn with the others.
    if (taken.claimed.length > 0) await nextTurn();
    return !taken.isEmpty || arrivals.isDue() || ended.length > 0;
  };

  return {
    fill: () => untilFalse(takeOne),
    noteArrivals: arrivals.note,
    dropWaiting: held.drop,
    idle: () => untilFalse(async () => (await Promise.all(running)).length > 0),
  };
}

async function untilFalse(work: () => Promise<boolean>): Promise<void> {
  while (await work());
}

interface Standing {
  ended: readonly ClaimedJob[];
  held: ReturnType<typeof createHeld>;
  shares: ReturnType<typeof createShares>;
  lately: ReturnType<typeof createTally>;
  arrivals: Arrivals;
  free: number;
}

/** What was fetched ahead comes first; then as many more as there is room for, if any may be there. */
function planNext({ ended, held, shares, lately, arrivals, free }: Standing): Turn {
  const isDue = arrivals.isDue();
  const none = { ended, held: [], isDue, begin: 0, ahead: 0, ignoreGroups: [] };
  const fitting = held.take(free);
  if (free === 0 || fitting.length > 0) return { ...none, held: fitting };
  if (!isDue && !arrivals.mayWait()) return none;
  const ignoreGroups = shares.full();
  if (arrivals.wasSeenBeside(ignoreGroups)) return none;
  const ahead = ignoreGroups.length === 0 ? lately.count() : 0;
  return { ...none, begin: Math.min(free, shares.spare()), ahead, ignoreGroups };
}
