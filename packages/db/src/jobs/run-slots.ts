import type { PgBoss } from "pg-boss";
import { coalesce } from "./coalesce.ts";
import { createShares } from "./create-shares.ts";
import { createTally } from "./create-tally.ts";
import { type DeliveredJob, QUEUE } from "./queue-name.ts";

export interface Slots {
  /** Takes waiting jobs while slots are free; each runs on its own. */
  fill(): Promise<void>;
  /** Jobs may have come since the last look, from any tenant. */
  noteArrivals(): void;
  /** Takes no more of what was fetched and has not begun; gives the ids. */
  dropWaiting(): string[];
  /** Resolves when nothing runs. */
  idle(): Promise<void>;
}

interface SlotOptions {
  boss: PgBoss;
  concurrency: number;
  /** One slot is kept from the busiest tenant, so that no one waits for all of another's work. */
  perTenant: number;
  isOpen: () => boolean;
  run: (job: DeliveredJob) => Promise<void>;
  onFree: () => void;
  /** Nothing waits for any tenant. */
  onEmpty: () => void;
  onError: (error: unknown) => void;
}

/** Those that ended so lately say how many more can be fetched without keeping them from others for long. */
const LATELY_MS = 200;

interface Message {
  id: string;
  data: DeliveredJob;
}

/**
 * pg-boss's own worker refills only after its whole batch has ended, or after its polling interval;
 * here a slot is refilled as soon as it is free. Short jobs are fetched and completed together.
 */
export function createSlots(options: SlotOptions): Slots {
  const { boss, concurrency, perTenant, isOpen, run, onFree, onEmpty, onError } = options;
  const running = new Set<Promise<void>>();
  const shares = createShares(perTenant);
  const lately = createTally(LATELY_MS);
  const done = createReceipts(boss, onError);
  /** Looking past a tenant's whole backlog for others reads all of it, so it is done once per arrival. */
  let nothingBeside = "";

  const start = ({ id, data }: Message) => {
    shares.take(data.tenantId);
    const attempt = run(data)
      .catch(onError)
      .finally(() => {
        done.add([id]);
        lately.add();
        shares.give(data.tenantId);
        running.delete(attempt);
        held.release();
        onFree();
      });
    running.add(attempt);
  };
  const held = createHeld<Message>({
    fits: ({ data }) => isOpen() && running.size < concurrency && !shares.isFull(data.tenantId),
    start,
  });
  const fill = async () => {
    while (isOpen() && running.size < concurrency) {
      const ignoreGroups = shares.full();
      const beside = ignoreGroups.join();
      if (beside !== "" && beside === nothingBeside) return;
      nothingBeside = beside || nothingBeside;
      const free = Math.min(concurrency - running.size, shares.spare());
      const batchSize = free + (beside === "" ? lately.count() : 0);
      const messages = await boss.fetch<DeliveredJob>(QUEUE, { batchSize, ignoreGroups });
      held.add(messages);
      if (messages.length > 0) continue;
      if (beside === "") onEmpty();
      return;
    }
  };
  return {
    fill,
    noteArrivals: () => {
      nothingBeside = "";
    },
    dropWaiting() {
      const dropped = held.drop();
      done.add(dropped.map(({ id }) => id));
      return dropped.map(({ data }) => data.id);
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
      await done.flush();
    },
  };
}

interface HeldOptions<Item> {
  fits: (item: Item) => boolean;
  start: (item: Item) => void;
}

/** Starts what fits, in its order, and keeps the rest until it does. */
function createHeld<Item>({ fits, start }: HeldOptions<Item>) {
  let items: Item[] = [];
  const release = () => {
    const kept: Item[] = [];
    for (const item of items) {
      if (fits(item)) start(item);
      else kept.push(item);
    }
    items = kept;
  };
  return {
    release,
    add(more: readonly Item[]) {
      items.push(...more);
      release();
    },
    drop() {
      const dropped = items;
      items = [];
      return dropped;
    },
  };
}

/** Tells pg-boss of what ended meanwhile all at once, and no slot waits for that. */
function createReceipts(boss: PgBoss, onError: (error: unknown) => void) {
  let ended: string[] = [];
  const flush = coalesce(async () => {
    const ids = ended;
    ended = [];
    if (ids.length > 0) await boss.complete(QUEUE, ids);
  }, onError);
  return {
    flush,
    add(ids: readonly string[]) {
      ended.push(...ids);
      void flush();
    },
  };
}
