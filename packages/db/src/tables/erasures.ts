import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { ERASURE_KINDS } from "../column-values.ts";
import { createdAt, falling, id, oneOf, tenantId, time } from "./columns.ts";

/** Someone or something is taken out for good. No foreign keys: its receipt outlives what it is about. */
export const erasures = pgTable(
  "erasures",
  {
    id: id(),
    tenantId: tenantId(),
    /** Null where the whole tenant goes. */
    twinId: uuid(),
    kind: text({ enum: ERASURE_KINDS }).notNull(),
    subjectId: uuid().notNull(),
    actorKind: text().notNull(),
    actorId: uuid(),
    jobId: uuid(),
    /** Until then it can be called off. */
    dueAt: time().notNull().defaultNow(),
    startedAt: time(),
    cancelledAt: time(),
    completedAt: time(),
    /** What is looked for, so that an attempt that goes on knows it when the rows are gone; null at the end. */
    scope: jsonb().$type<object>(),
    /** What there was and is removed, by kind. */
    removed: jsonb().$type<Record<string, number>>().notNull().default({}),
    /** Signed, when all of it is gone. */
    receipt: jsonb().$type<object>(),
    createdAt: createdAt(),
  },
  (t) => [
    // listErasures
    index("erasures_list").on(t.tenantId, falling(t.createdAt), falling(t.id)),
    // listErasuresOf an account, whose tenant may be gone
    index("erasures_actor").on(t.actorId, falling(t.createdAt)),
    // asked for twice, it is one
    uniqueIndex("erasures_open")
      .on(t.tenantId, t.subjectId)
      .where(sql`${t.completedAt} is null and ${t.cancelledAt} is null`),
    oneOf("erasures_kind_check", t.kind, ERASURE_KINDS),
  ],
);
