import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { EXPORT_FORMATS, EXPORT_KINDS } from "../column-values.ts";
import { createdAt, falling, id, oneOf, tenantId, time } from "./columns.ts";
import { twins } from "./twins.ts";

/** A file that a job writes; it goes when it expires. */
export const exportFiles = pgTable(
  "exports",
  {
    id: id(),
    tenantId: tenantId(),
    /** Null: of the whole tenant. */
    twinId: uuid(),
    kind: text({ enum: EXPORT_KINDS }).notNull().default("conversations"),
    /** The visitor, twin or tenant; null: the conversations that the filter finds. */
    subjectId: uuid(),
    format: text({ enum: EXPORT_FORMATS }).notNull(),
    /** Which conversations, as a list is asked for. */
    filter: jsonb().$type<object>().notNull(),
    /** Null while there is no file, and again when it has expired. */
    blobKey: text(),
    conversationCount: integer(),
    byteSize: bigint({ mode: "number" }),
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
    // listExports
    index("exports_list").on(t.tenantId, falling(t.createdAt), falling(t.id)),
    oneOf("exports_kind_check", t.kind, EXPORT_KINDS),
    oneOf("exports_format_check", t.format, EXPORT_FORMATS),
  ],
);
