import { boolean, foreignKey, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import { LEAD_CAPTURES } from "../column-values.ts";
import { createdAt, id, oneOf, tenantId, twinId, updatedAt } from "./columns.ts";
import { twins } from "./twins.ts";

/** What its owner changed of a twin's public page; a twin without a row has the page as it comes. */
export const publicPages = pgTable(
  "public_pages",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    isOn: boolean().notNull().default(true),
    isIndexed: boolean().notNull().default(true),
    title: text().notNull().default(""),
    description: text().notNull().default(""),
    theme: jsonb().$type<object>().notNull().default({}),
    leadCapture: text({ enum: LEAD_CAPTURES }).notNull().default("off"),
    consentText: text().notNull().default(""),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: "public_pages_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    unique("public_pages_twin_unique").on(t.twinId),
    oneOf("public_pages_lead_capture_check", t.leadCapture, LEAD_CAPTURES),
  ],
);
