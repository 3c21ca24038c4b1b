import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, falling, id, oneOf, tenantId } from "./columns.ts";

export const ACTOR_KINDS = ["user", "api_key", "visitor", "system"] as const;
export const OUTCOMES = ["allowed", "denied"] as const;

/** No foreign keys: what is erased leaves its record. */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: id(),
    tenantId: tenantId(),
    actorKind: text({ enum: ACTOR_KINDS }).notNull(),
    actorId: uuid(),
    action: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: uuid(),
    outcome: text({ enum: OUTCOMES }).notNull(),
    correlationId: text(),
    ipAddress: text(),
    /** Ids only. */
    details: jsonb().$type<Record<string, unknown>>(),
    /** These three are null until the event is sealed into its tenant's chain. */
    sequence: bigint({ mode: "bigint" }),
    previousHash: bytea(),
    hash: bytea(),
    createdAt: createdAt(),
  },
  (t) => [
    unique("audit_events_sequence_unique").on(t.tenantId, t.sequence),
    // listAuditEvents
    index("audit_events_list").on(t.tenantId, falling(t.createdAt), falling(t.id)),
    // listAuditEvents, narrowed to an action or to who did it
    index("audit_events_by_action").on(t.tenantId, t.action, falling(t.createdAt), falling(t.id)),
    index("audit_events_by_actor").on(t.tenantId, t.actorId, falling(t.createdAt), falling(t.id)),
    // listUnsealedEvents
    index("audit_events_unsealed").on(t.tenantId, t.id).where(sql`${t.sequence} is null`),
    oneOf("audit_events_actor_kind_check", t.actorKind, ACTOR_KINDS),
    oneOf("audit_events_outcome_check", t.outcome, OUTCOMES),
  ],
);
