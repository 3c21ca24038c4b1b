import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { DELIVERY_STATUSES } from "../column-values.ts";
import { bytea, createdAt, falling, id, oneOf, tenantId, time, updatedAt } from "./columns.ts";
import { tenants } from "./tenants.ts";
import { twins } from "./twins.ts";

/** A tenant's own server that is told of what happens. */
export const webhooks = pgTable(
  "webhooks",
  {
    id: id(),
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    name: text().notNull(),
    url: text().notNull(),
    /** Of these kinds and no others. */
    events: jsonb().$type<string[]>().notNull(),
    /** Null: of all twins. */
    twinIds: uuid().array(),
    /** With which each delivery is signed; sealed, as it must be read again. */
    secret: bytea().notNull(),
    isOn: boolean().notNull().default(true),
    /** Since when nothing has arrived. */
    failingSince: time(),
    /** Switched off by the program, as nothing had arrived for long. */
    stoppedAt: time(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique("webhooks_tenant_unique").on(t.tenantId, t.id),
    // listWebhooks, queueDeliveries
    index("webhooks_list").on(t.tenantId, falling(t.createdAt), falling(t.id)),
  ],
);

/** What one webhook is told of one event, written in the transaction of the change itself. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: id(),
    tenantId: tenantId(),
    webhookId: uuid().notNull(),
    /** Null: about the whole tenant. */
    twinId: uuid(),
    /** The same for every webhook that is told, and for every time it is. */
    eventId: uuid().notNull(),
    type: text().notNull(),
    /** The bytes that are signed and sent. */
    body: text().notNull(),
    status: text({ enum: DELIVERY_STATUSES }).notNull().default("waiting"),
    attempts: jsonb().$type<object[]>().notNull().default([]),
    responseStatus: integer(),
    /** Of the last attempt, as far as it is kept. */
    responseText: text(),
    nextAttemptAt: time(),
    endedAt: time(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "deliveries_webhook_fk",
      columns: [t.tenantId, t.webhookId],
      foreignColumns: [webhooks.tenantId, webhooks.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "deliveries_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    // listDeliveries, the foreign key to webhooks
    index("deliveries_list").on(t.webhookId, falling(t.createdAt), falling(t.id)),
    // the foreign key to twins
    index("deliveries_twin").on(t.twinId),
    // pruneDeliveries
    index("deliveries_old").on(t.tenantId, t.createdAt),
    oneOf("deliveries_status_check", t.status, DELIVERY_STATUSES),
  ],
);
