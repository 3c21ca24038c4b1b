import type { Database } from "../database.ts";
import { engineOf } from "../engine/registry.ts";
import type { BrokenRuns } from "./broken-runs.ts";
import { coalesce } from "./coalesce.ts";
import type { Arrived } from "./create-arrivals.ts";
import { lookAhead } from "./due-jobs.ts";
import { DUE_CHANNEL, READY_CHANNEL } from "./queue-name.ts";
import { requeueAllTaken, requeueLostJobs, requeueUndelivered } from "./requeue-lost-jobs.ts";

/** Missed notifications are made up for at this pace; where none arrive, it is the only pace. */
const LOOK_EVERY_MS = 5_000;
const LOOK_WITHOUT_NOTIFY_EVERY_MS = 500;
const REQUEUE_EVERY_MS = 5_000;

interface LookOptions {
  /** Something was sent, or fell due, or either may have: resolves when what there is room for was taken. */
  arrive: (what: Arrived) => Promise<void>;
  broken: BrokenRuns;
  onError: (error: unknown) => void;
}

export interface WorkSearch {
  /** All that was sent has been taken: what was held back can follow. */
  noteEmpty(): void;
  stop(): Promise<void>;
}

/** Dispatches what falls due, when it is announced or its time comes, and brings back what was lost. */
export async function lookForWork(
  db: Database,
  { arrive, broken, onError }: LookOptions,
): Promise<WorkSearch> {
  const everyMs = (await engineOf(db).notifies()) ? LOOK_EVERY_MS : LOOK_WITHOUT_NOTIFY_EVERY_MS;
  if (db.kind === "embedded") await requeueAllTaken(db);
  let stopped = false;
  let isHeldBack = false;
  let timer: NodeJS.Timeout | undefined;
  const plan = coalesce(async () => {
    const ahead = await lookAhead(db);
    isHeldBack = ahead.isHeldBack;
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => void look(), Math.min(ahead.dueInMs ?? everyMs, everyMs));
    if (isHeldBack) await arrive("sent");
  }, onError);
  const look = coalesce(async () => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), everyMs);
    await arrive("any");
    await plan();
  }, onError);
  const requeue = coalesce(async () => {
    await broken.giveBack();
    await requeueLostJobs(db);
  }, onError);
  const recover = coalesce(async () => {
    await requeueUndelivered(db);
    await requeue();
    if (!stopped) await look();
  }, onError);
  let recovering: Promise<void> = Promise.resolve();
  const requeueTimer = setInterval(() => void requeue(), REQUEUE_EVERY_MS);
  const unlisten = await Promise.all([
    db.listen(
      DUE_CHANNEL,
      () => void arrive("due").then(plan),
      (gap) => {
        if (gap === "over") recovering = recover();
      },
    ),
    db.listen(READY_CHANNEL, () => void arrive("sent")),
  ]);
  void requeue();
  void look();

  return {
    noteEmpty() {
      if (isHeldBack && !stopped) void look();
    },
    async stop() {
      stopped = true;
      clearInterval(requeueTimer);
      for (const stop of unlisten) await stop();
      await recovering;
      await Promise.all([look(), plan(), requeue()]);
      clearTimeout(timer);
    },
  };
}
