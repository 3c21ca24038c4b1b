import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";

const LOOK_EVERY_MS = 20;

export interface HeldTable extends AsyncDisposable {
  /** Resolves when someone stands still there. */
  untilWaitedFor(): Promise<void>;
}

/** While it is held nobody writes to the table: whoever wants to stands still there. */
export async function holdTable(url: string, table: string): Promise<HeldTable> {
  const client = postgres(url, { max: 2 });
  const held = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const holding = client.begin(async (sql) => {
    await sql`lock table ${sql(table)} in share row exclusive mode`;
    held.resolve();
    await released.promise;
  });
  holding.catch(held.reject);
  await held.promise;
  const isWaitedFor = async () => {
    const waiting = await client`
      select from pg_locks where relation = ${table}::regclass and not granted`;
    return waiting.length > 0;
  };
  return {
    async untilWaitedFor() {
      while (!(await isWaitedFor())) await delay(LOOK_EVERY_MS);
    },
    async [Symbol.asyncDispose]() {
      released.resolve();
      await holding;
      await client.end();
    },
  };
}
