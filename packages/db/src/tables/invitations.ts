import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, falling, id, oneOf, tenantId, time } from "./columns.ts";
import { ROLES } from "./memberships.ts";
import { tenants } from "./tenants.ts";

export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    /** In small letters, as accounts have it. */
    email: text().notNull(),
    role: text({ enum: ROLES }).notNull(),
    tokenHash: bytea().notNull().unique(),
    invitedBy: uuid().notNull(),
    expiresAt: time().notNull(),
    acceptedAt: time(),
    acceptedBy: uuid(),
    revokedAt: time(),
    createdAt: createdAt(),
  },
  (t) => [
    // listInvitations
    index("invitations_list").on(t.tenantId, falling(t.createdAt), falling(t.id)),
    oneOf("invitations_role_check", t.role, ROLES),
  ],
);
