import { bigint, foreignKey, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, falling, id, tenantId, time } from "./columns.ts";
import { twins } from "./twins.ts";

/** A bundle that was handed in, and the twin that is made from it. */
export const twinImports = pgTable(
  "twin_imports",
  {
    id: id(),
    tenantId: tenantId(),
    /** Null until the twin is there. */
    twinId: uuid(),
    name: text().notNull(),
    /** Null when the bundle has been read to its end. */
    blobKey: text(),
    byteSize: bigint({ mode: "number" }).notNull(),
    /** The public key that signed it, in base64. */
    signer: text().notNull(),
    /** What it said was in it, by kind. */
    counts: jsonb().$type<Record<string, number>>().notNull().default({}),
    userId: uuid(),
    jobId: uuid(),
    qualityRunId: uuid(),
    finishedAt: time(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "twin_imports_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    // the foreign key to twins
    index("twin_imports_twin").on(t.twinId),
    // listImports
    index("twin_imports_list").on(t.tenantId, falling(t.createdAt), falling(t.id)),
  ],
);
