import { boolean, index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { bytea, createdAt, id, tenantId, time } from "./columns.ts";
import { tenants } from "./tenants.ts";

/** What was asked for under a key of the caller's choice, so that asking again does nothing again. */
export const idempotentCalls = pgTable(
  "idempotent_calls",
  {
    id: id(),
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    /** The account or the API key that asks. */
    caller: text().notNull(),
    key: text().notNull(),
    /** Of several calls in one request, which. */
    place: integer().notNull(),
    /** Vouches for the procedure and its input, which are not kept. */
    fingerprint: bytea().notNull(),
    /** Only the newest attempt may change anything. */
    attempt: integer().notNull().default(1),
    /** Until when the attempt is believed to be under way. */
    leaseUntil: time().notNull(),
    /** A transaction of the attempt has changed something. */
    hasEffect: boolean().notNull().default(false),
    /** Sealed, as some replies hold what is shown once. */
    reply: bytea(),
    endedAt: time(),
    createdAt: createdAt(),
  },
  (t) => [
    // claimCall, findCall
    unique("idempotent_calls_key_unique").on(t.tenantId, t.caller, t.key, t.place),
    // pruneCalls
    index("idempotent_calls_old").on(t.tenantId, t.createdAt),
  ],
);
