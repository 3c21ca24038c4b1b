import { bigint, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { LIMIT_PERIODS } from "../column-values.ts";
import { createdAt, id, oneOf, tenantId, time, updatedAt } from "./columns.ts";
import { tenants } from "./tenants.ts";

/** The tenant itself, one of its twins, keys or groups, or a visitor; what a twin took is kept when the twin is gone. */
const subjectId = () => uuid().notNull();
const tenant = () => tenantId().references(() => tenants.id, { onDelete: "cascade" });
const most = () => bigint({ mode: "number" });
const tokens = () => bigint({ mode: "number" });
/** Millionths of the price's currency. */
const microCost = () => bigint({ mode: "number" });

/** What models took, of calls that have ended, and what was asked, in a month or a day. */
export const usageCounters = pgTable(
  "usage_counters",
  {
    id: id(),
    tenantId: tenant(),
    subjectId: subjectId(),
    period: text({ enum: LIMIT_PERIODS }).notNull().default("month"),
    /** The first moment of the month, or of the day, in UTC. */
    month: time().notNull(),
    /** Questions; what failed on our side is taken back. */
    messages: most().notNull().default(0),
    tokens: tokens().notNull().default(0),
    microCost: microCost().notNull().default(0),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique("usage_counters_period_unique").on(t.tenantId, t.subjectId, t.period, t.month),
    oneOf("usage_counters_period_check", t.period, LIMIT_PERIODS),
  ],
);

/** What models may take, what may be asked, and what may be held; null: as much as one likes. */
export const usageQuotas = pgTable(
  "usage_quotas",
  {
    id: id(),
    tenantId: tenant(),
    subjectId: subjectId(),
    messagesPerDay: most(),
    messagesPerMonth: most(),
    sources: most(),
    storageBytes: most(),
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
    /** The key, the groups and the visitor that it is counted for too; null: none. */
    others: uuid().array(),
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
