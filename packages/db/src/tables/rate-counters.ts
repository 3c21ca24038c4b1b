import { sql } from "drizzle-orm";
import { index, pgTable, text } from "drizzle-orm/pg-core";
import { time } from "./columns.ts";

/**
 * Who may ask again when, counted for all processes in one place; reached through `take_rates` only.
 * Keys are digests, known before any tenant is.
 */
export const rateCounters = pgTable(
  "rate_counters",
  {
    key: text().primaryKey(),
    /** The theoretical arrival time of the generic cell rate algorithm. */
    freeAt: time().notNull().default(sql`'-infinity'`),
  },
  // take_rates: those that are long free are swept
  (t) => [index("rate_counters_free").on(t.freeAt)],
);
