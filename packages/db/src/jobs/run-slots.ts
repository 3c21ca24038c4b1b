import type { PgBoss } from "pg-boss";
import { type DeliveredJob, QUEUE } from "./queue-name.ts";

export interface Slots {
  /** Takes waiting jobs while slots are free; each runs on its own. */
  fill(): Promise<void>;
  /** Jobs may have come since the last look, from any tenant. */
  noteArrivals(): void;
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

/**
 * pg-boss's own worker refills only after its whole batch has ended, or after its polling interval;
 * here a slot is refilled as soon as it is free.
 */
export function createSlots(options: SlotOptions): Slots {
  const { boss, concurrency, perTenant, isOpen, run, onFree, onEmpty, onError } = options;
  const running = new Set<Promise<void>>();
  const perTenantNow = new Map<string, number>();
  /** Looking past a tenant's whole backlog for others reads all of it, so it is done once per arrival. */
  let nothingBeside = "";

  const count = (tenantId: string, change: 1 | -1) => {
    const next = (perTenantNow.get(tenantId) ?? 0) + change;
    if (next === 0) perTenantNow.delete(tenantId);
    else perTenantNow.set(tenantId, next);
  };
  const start = (message: { id: string; data: DeliveredJob }) => {
    count(message.data.tenantId, 1);
    const ended = run(message.data)
      .then(async () => void (await boss.complete(QUEUE, message.id)))
      .catch(onError)
      .finally(() => {
        count(message.data.tenantId, -1);
        running.delete(ended);
        onFree();
      });
    running.add(ended);
  };
  const full = () => [...perTenantNow].filter(([, n]) => n >= perTenant).map(([id]) => id);
  /** So many that no tenant gets more than its share, whoever they turn out to be from. */
  const wanted = () => {
    const most = Math.max(0, ...[...perTenantNow.values()].filter((n) => n < perTenant));
    return Math.min(concurrency - running.size, perTenant - most);
  };

  return {
    async fill() {
      while (isOpen() && running.size < concurrency) {
        const ignoreGroups = full().sort();
        const beside = ignoreGroups.join();
        if (beside !== "" && beside === nothingBeside) return;
        nothingBeside = beside;
        const options = { batchSize: wanted(), ignoreGroups };
        const messages = await boss.fetch<DeliveredJob>(QUEUE, options);
        if (messages.length === 0) {
          if (ignoreGroups.length === 0) onEmpty();
          return;
        }
        nothingBeside = "";
        for (const message of messages) start(message);
      }
    },
    noteArrivals() {
      nothingBeside = "";
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
