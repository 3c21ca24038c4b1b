import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** The sort key of the last row of a page: its time as an ISO string, and its id. */
export type Position = readonly [string, string];

/** The rows behind a position in a list that is newest first. */
export function behind(
  { time, id }: { time: PgColumn; id: PgColumn },
  after: Position | null | undefined,
): SQL | undefined {
  if (!after) return undefined;
  return sql`(${time}, ${id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`;
}
