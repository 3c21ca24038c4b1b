import { foreignKey, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { EXPORT_FORMATS } from "../column-values.ts";
import { createdAt, id, oneOf, tenantId, time, twinId } from "./columns.ts";
import { twins } from "./twins.ts";

/** Conversations as a file that a job writes; it goes when it expires. */
export const conversationExports = pgTable(
  "exports",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    format: text({ enum: EXPORT_FORMATS }).notNull(),
    /** Which conversations, as a list is asked for. */
    filter: jsonb().$type<object>().notNull(),
    /** Null while there is no file, and again when it has expired. */
    blobKey: text(),
    conversationCount: integer(),
    byteSize: integer(),
    userId: uuid(),
    expiresAt: time(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "exports_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    // the foreign key to twins
    index("exports_twin").on(t.twinId),
    oneOf("exports_format_check", t.format, EXPORT_FORMATS),
  ],
);
