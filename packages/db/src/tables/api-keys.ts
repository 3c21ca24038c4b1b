import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, createdAt, falling, id, oneOf, tenantId, time } from "./columns.ts";
import { shareLinks } from "./share-links.ts";
import { tenants } from "./tenants.ts";
import { widgets } from "./widgets.ts";

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
    /** The way in that it is the key of; it is shown and ended there. */
    widgetId: uuid().references(() => widgets.id, { onDelete: "cascade" }),
    shareLinkId: uuid().references(() => shareLinks.id, { onDelete: "cascade" }),
    /** Of a key that stands in pages: itself, so that its owner can copy it again. */
    sealedKey: bytea(),
    /** The key that takes its place until this one expires. */
    replacedBy: uuid(),
    expiresAt: time(),
    lastUsedAt: time(),
    revokedAt: time(),
    createdBy: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    // listApiKeys
    index("api_keys_list").on(t.tenantId, falling(t.createdAt), falling(t.id)),
    // the keys of a widget, and of a link
    index("api_keys_widget").on(t.widgetId),
    index("api_keys_share_link").on(t.shareLinkId),
    oneOf("api_keys_kind_check", t.kind, API_KEY_KINDS),
  ],
);
