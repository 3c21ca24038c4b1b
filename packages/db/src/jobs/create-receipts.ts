import type { PgBoss } from "pg-boss";
import { coalesce } from "./coalesce.ts";
import { type Delivery, QUEUE } from "./queue-name.ts";

/** Short jobs are told of together. */
const GATHER_MS = 100;

/** Tells pg-boss of what has arrived meanwhile all at once, and no job waits for that. */
export function createReceipts(boss: PgBoss, onError: (error: unknown) => void) {
  let arrived: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = coalesce(async () => {
    clearTimeout(timer);
    timer = undefined;
    const ids = arrived;
    arrived = [];
    if (ids.length > 0) await boss.complete(QUEUE, ids);
  }, onError);
  return {
    flush,
    add(deliveries: readonly Delivery[]) {
      if (deliveries.length === 0) return;
      arrived.push(...deliveries.map(({ id }) => id));
      timer ??= setTimeout(() => void flush(), GATHER_MS);
    },
  };
}
