import { bigint, index, pgTable, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, tenantId, time, updatedAt } from "./columns.ts";
import { tenants } from "./tenants.ts";

/** The tenant itself, or one of its twins; what a twin took is kept when the twin is gone. */
const subjectId = () => uuid().notNull();
const tenant = () => tenantId().references(() => tenants.id, { onDelete: "cascade" });
const tokens = () => bigint({ mode: "number" });
/** Millionths of the price's currency. */
const microCost = () => bigint({ mode: "number" });

/** What models took in a month, of calls that have ended. */
export const usageCounters = pgTable(
  "usage_counters",
  {
    id: id(),
    tenantId: tenant(),
    subjectId: subjectId(),
    /** Its first moment in UTC. */
    month: time().notNull(),
    tokens: tokens().notNull().default(0),
    microCost: microCost().notNull().default(0),
    updatedAt: updatedAt(),
  },
  (t) => [unique("usage_counters_month_unique").on(t.tenantId, t.subjectId, t.month)],
);

/** What models may take in a month; null: as much as they like. */
export const usageQuotas = pgTable(
  "usage_quotas",
  {
    id: id(),
    tenantId: tenant(),
    subjectId: subjectId(),
    tokensPerMonth: tokens(),
    microCostPerMonth: microCost(),
    updatedAt: updatedAt(),
  },
  (t) => [unique("usage_quotas_subject_unique").on(t.tenantId, t.subjectId)],
);

/** What a call that is under way may come to take; booked as taken when it is never heard of again. */
export const usageReservations = pgTable(
  "usage_reservations",
  {
    id: id(),
    tenantId: tenant(),
    /** The twin whose call it is. */
    subjectId: subjectId(),
    tokens: tokens().notNull(),
    microCost: microCost().notNull(),
    createdAt: createdAt(),
    expiresAt: time().notNull(),
  },
  (t) => [
    // listReserved, and those that expired
    index("usage_reservations_tenant").on(t.tenantId),
  ],
);
