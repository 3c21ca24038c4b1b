import {
  and,
  desc,
  eq,
  getTableColumns,
  inArray,
  isNull,
  lt,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { apiKeys } from "../tables/api-keys.ts";
import { conversations } from "../tables/conversations.ts";
import { messages } from "../tables/messages.ts";
import { shareLinks } from "../tables/share-links.ts";
import { behind, type Position } from "./after.ts";
import { one } from "./one.ts";

const { tenantId: _tenantId, ...shown } = getTableColumns(shareLinks);
export type PlainShareLinkRow = Omit<typeof shareLinks.$inferSelect, "tenantId">;
/** A link with its key: the slug, and when it ends. */
export type ShareLinkRow = PlainShareLinkRow & {
  sealedKey: Uint8Array | null;
  expiresAt: Date | null;
  /** Of the answers that came to their end; null where there was none. */
  answeredShare: number | null;
};

export type ShareLinkChanges = Partial<
  Pick<
    PlainShareLinkRow,
    | "name"
    | "isOn"
    | "passwordHash"
    | "visitorLimit"
    | "messageLimit"
    | "scopeSourceIds"
    | "leadCapture"
    | "consentText"
  >
>;

export async function insertShareLink(
  tx: TenantTx,
  values: ShareLinkChanges & { twinId: string; name: string; isNamed: boolean },
): Promise<string> {
  return one(await on(tx).insert(shareLinks).values(values).returning({ id: shareLinks.id })).id;
}

/** One that was not revoked; it may have expired. */
export async function findShareLink(
  tx: TenantTx,
  shareLinkId: string,
): Promise<ShareLinkRow | undefined> {
  const [row] = await withKey(tx, eq(shareLinks.id, shareLinkId));
  return row;
}

export function listShareLinks(
  tx: TenantTx,
  { twinId, after, limit }: { twinId: string; after?: Position | null; limit: number },
): Promise<ShareLinkRow[]> {
  const place = { time: shareLinks.createdAt, id: shareLinks.id };
  return withKey(tx, and(eq(shareLinks.twinId, twinId), behind(place, after)))
    .orderBy(desc(shareLinks.createdAt), desc(shareLinks.id))
    .limit(limit);
}

const answeredShare = sql<number | null>`(
  select avg(${messages.answered}::int)::float8
  from ${messages} join ${conversations} on ${conversations.id} = ${messages.conversationId}
  where ${conversations.shareLinkId} = ${shareLinks.id}
    and ${messages.role} = 'assistant' and ${messages.status} = 'complete')`;

function withKey(tx: TenantTx, where: SQL | undefined) {
  return on(tx)
    .select({ ...shown, sealedKey: apiKeys.sealedKey, expiresAt: apiKeys.expiresAt, answeredShare })
    .from(shareLinks)
    .innerJoin(apiKeys, and(eq(apiKeys.shareLinkId, shareLinks.id), isNull(apiKeys.revokedAt)))
    .where(where)
    .$dynamic();
}

/** Those of these that the twin has and that were not revoked. */
export async function countShareLinks(
  tx: TenantTx,
  twinId: string,
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const isNamed = and(eq(shareLinks.twinId, twinId), inArray(shareLinks.id, [...ids]));
  return (await withKey(tx, isNamed)).length;
}

/** What alone a link answers from; null: it has no such bound. */
export async function findLinkScope(tx: TenantTx, shareLinkId: string): Promise<string[] | null> {
  const [row] = await on(tx)
    .select({ sourceIds: shareLinks.scopeSourceIds })
    .from(shareLinks)
    .where(eq(shareLinks.id, shareLinkId));
  return row ? row.sourceIds : [];
}

export async function updateShareLink(
  tx: TenantTx,
  { shareLinkId, changes }: { shareLinkId: string; changes: ShareLinkChanges },
): Promise<void> {
  await on(tx)
    .update(shareLinks)
    .set({ ...changes, updatedAt: sql`now()` })
    .where(eq(shareLinks.id, shareLinkId));
}

/** Counts one more who came by it; false when as many as may have come already. */
export async function countLinkVisitor(tx: TenantTx, shareLinkId: string): Promise<boolean> {
  const { visitorCount: count, visitorLimit: limit } = shareLinks;
  const hasRoom = or(isNull(limit), lt(count, limit));
  const counted = { visitorCount: sql`${count} + 1`, lastUsedAt: sql`now()` };
  return countOne(tx, and(eq(shareLinks.id, shareLinkId), hasRoom), counted);
}

/** Counts one more question that was asked through it; false when there have been as many as may be. */
export async function countLinkMessage(tx: TenantTx, shareLinkId: string): Promise<boolean> {
  const { messageCount: count, messageLimit: limit } = shareLinks;
  const hasRoom = or(isNull(limit), lt(count, limit));
  const counted = { messageCount: sql`${count} + 1`, lastUsedAt: sql`now()` };
  return countOne(tx, and(eq(shareLinks.id, shareLinkId), hasRoom), counted);
}

async function countOne(
  tx: TenantTx,
  where: SQL | undefined,
  counted: Record<string, SQL>,
): Promise<boolean> {
  const rows = await on(tx)
    .update(shareLinks)
    .set({ ...counted, updatedAt: shareLinks.updatedAt } as object)
    .where(where)
    .returning({ id: shareLinks.id });
  return rows.length > 0;
}
