import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { id, time } from "./columns.ts";

/** The processes that take jobs; one that is silent is gone. */
export const workers = pgTable("workers", {
  id: id(),
  host: text().notNull(),
  pid: integer().notNull(),
  startedAt: time().notNull().defaultNow(),
  heartbeatAt: time().notNull().defaultNow(),
});
