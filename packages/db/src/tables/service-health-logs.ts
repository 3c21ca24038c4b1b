import { index, pgTable, text } from "drizzle-orm/pg-core";
import { id, time } from "./columns.ts";

/** How long one thing that the product rests on was seen in one state; silence is a gap between two rows. */
export const serviceHealthLogs = pgTable(
  "service_health_logs",
  {
    id: id(),
    name: text().notNull(),
    state: text({ enum: ["ok", "degraded", "off", "failed"] }).notNull(),
    detail: text(),
    beganAt: time().notNull().defaultNow(),
    seenAt: time().notNull().defaultNow(),
  },
  // noteHealth looks for the last of a name; listHealth and the pruning read by time.
  (table) => [index().on(table.name, table.seenAt), index().on(table.seenAt)],
);
