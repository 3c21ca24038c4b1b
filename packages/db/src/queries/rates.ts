import { sql } from "drizzle-orm";
import { rowsOf } from "../engine/on.ts";
import type { ResolverTx } from "../scope.ts";

/** So many at once, and one more every so many milliseconds. */
export interface RateRow {
  key: string;
  burst: number;
  everyMs: number;
}

export interface RefusedRate {
  key: string;
  retryAfterMs: number;
}

/** Takes one from each, or nothing from any when one of them has none left; gives those that have none. */
export async function takeRates(tx: ResolverTx, rates: readonly RateRow[]): Promise<RefusedRate[]> {
  const wanted = rates.map(({ key, burst, everyMs }) => ({ key, burst, every_ms: everyMs }));
  const rows = await rowsOf<{ key: string; retryAfterMs: string | number | bigint }>(
    tx,
    sql`select key, retry_after_ms as "retryAfterMs" from take_rates(${JSON.stringify(wanted)}::jsonb)`,
  );
  return rows.map(({ key, retryAfterMs }) => ({ key, retryAfterMs: Number(retryAfterMs) }));
}
