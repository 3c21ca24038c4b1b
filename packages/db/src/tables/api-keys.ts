import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, id, oneOf, tenantId, time } from "./columns.ts";
import { tenants } from "./tenants.ts";

export const API_KEY_KINDS = ["secret", "publishable"] as const;

export const apiKeys = pgTable(
  "api_keys",
  {
    id: id(),
    tenantId: tenantId().references(() => tenants.id, { onDelete: "cascade" }),
    name: text().notNull(),
    kind: text({ enum: API_KEY_KINDS }).notNull(),
    prefix: text().notNull(),
    keyHash: bytea().notNull().unique(),
    twinIds: uuid().array(),
    scopes: text().array(),
    expiresAt: time(),
    lastUsedAt: time(),
    revokedAt: time(),
    createdBy: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    // listApiKeys
    index("api_keys_list").on(t.tenantId, t.createdAt.desc(), t.id.desc()),
    oneOf("api_keys_kind_check", t.kind, API_KEY_KINDS),
  ],
);
