import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { VIOLATION_KINDS } from "../column-values.ts";
import { createdAt, falling, id, oneOf, tenantId, twinId, updatedAt } from "./columns.ts";
import { conversations } from "./conversations.ts";
import { tenants } from "./tenants.ts";
import { twins } from "./twins.ts";

/** What holds for a tenant, and what one of its twins adds to that. */
export const governancePolicies = pgTable(
  "governance_policies",
  {
    id: id(),
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    /** The tenant itself, or a twin. Whoever speaks for one twin only must see the tenant's, too. */
    subjectId: uuid().notNull(),
    rules: jsonb().$type<object>().notNull(),
    updatedAt: updatedAt(),
  },
  (t) => [
    // listPolicies: of the tenant, and of a twin
    unique("governance_policies_subject_unique").on(t.tenantId, t.subjectId),
  ],
);

/** What rules did, one row for each message and rule; it goes with the conversation. */
export const governanceViolations = pgTable(
  "governance_violations",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    conversationId: uuid(),
    messageId: uuid(),
    kind: text({ enum: VIOLATION_KINDS }).notNull(),
    /** Of what kind the data was, or the rule's or provider's name. */
    subject: text().notNull(),
    count: integer().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "governance_violations_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "governance_violations_conversation_fk",
      columns: [t.tenantId, t.twinId, t.conversationId],
      foreignColumns: [conversations.tenantId, conversations.twinId, conversations.id],
    }).onDelete("cascade"),
    // listViolations, countViolations
    index("governance_violations_list").on(t.tenantId, falling(t.createdAt), falling(t.id)),
    // the foreign keys
    index("governance_violations_twin").on(t.twinId, falling(t.createdAt), falling(t.id)),
    index("governance_violations_conversation").on(t.conversationId),
    oneOf("governance_violations_kind_check", t.kind, VIOLATION_KINDS),
  ],
);
