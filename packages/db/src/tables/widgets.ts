import {
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { LEAD_CAPTURES } from "../column-values.ts";
import {
  bytea,
  createdAt,
  falling,
  id,
  oneOf,
  tenantId,
  time,
  twinId,
  updatedAt,
} from "./columns.ts";
import { twins } from "./twins.ts";

/** A twin on other people's pages; its keys rest in `api_keys`. */
export const widgets = pgTable(
  "widgets",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    name: text().notNull(),
    theme: jsonb().$type<object>().notNull().default({}),
    leadCapture: text({ enum: LEAD_CAPTURES }).notNull().default("off"),
    consentText: text().notNull().default(""),
    /** With which the customer's server vouches for who someone is; sealed, as it must be read again. */
    identitySecret: bytea(),
    revokedAt: time(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: "widgets_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    unique("widgets_twin_unique").on(t.tenantId, t.twinId, t.id),
    // listWidgets
    index("widgets_list").on(t.twinId, falling(t.createdAt), falling(t.id)),
    oneOf("widgets_lead_capture_check", t.leadCapture, LEAD_CAPTURES),
  ],
);

/** Where a widget answers: exact origins, or `https://*.example.com` for one label; none means nowhere. */
export const widgetOrigins = pgTable(
  "widget_origins",
  {
    tenantId: tenantId(),
    twinId: twinId(),
    widgetId: uuid().notNull(),
    origin: text().notNull(),
  },
  (t) => [
    primaryKey({ name: "widget_origins_pk", columns: [t.widgetId, t.origin] }),
    foreignKey({
      name: "widget_origins_widget_fk",
      columns: [t.tenantId, t.twinId, t.widgetId],
      foreignColumns: [widgets.tenantId, widgets.twinId, widgets.id],
    }).onDelete("cascade"),
    // resolve_origin: a browser that asks before it is known by which key
    index("widget_origins_origin").on(t.origin),
  ],
);
