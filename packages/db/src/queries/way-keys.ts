import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { apiKeys } from "../tables/api-keys.ts";
import { visitorSessions } from "../tables/visitors.ts";

/** A widget or a share link: what has keys of its own. */
export type Way = { widgetId: string } | { shareLinkId: string };

export interface WayKeyRow {
  id: string;
  prefix: string;
  sealedKey: Uint8Array | null;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
}

/** The keys that open it now or did until they expired, the newest first; revoked ones are gone. */
export function listWayKeys(tx: TenantTx, way: Way): Promise<WayKeyRow[]> {
  return on(tx)
    .select({
      id: apiKeys.id,
      prefix: apiKeys.prefix,
      sealedKey: apiKeys.sealedKey,
      expiresAt: apiKeys.expiresAt,
      lastUsedAt: apiKeys.lastUsedAt,
    })
    .from(apiKeys)
    .where(and(keysOf(way), isNull(apiKeys.revokedAt)))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
}

/** No key opens it any more, and nobody who came by one is let go on. */
export async function revokeWay(tx: TenantTx, way: Way): Promise<void> {
  await endVisits(tx, way);
  await on(tx)
    .update(apiKeys)
    .set({ revokedAt: sql`now()` })
    .where(and(keysOf(way), isNull(apiKeys.revokedAt)));
}

/** Those who came by it must come in anew. */
export async function endVisits(tx: TenantTx, way: Way): Promise<void> {
  const keys = on(tx).select({ id: apiKeys.id }).from(apiKeys).where(keysOf(way));
  await on(tx)
    .update(visitorSessions)
    .set({ endedAt: sql`now()` })
    .where(and(sql`${visitorSessions.apiKeyId} in (${keys})`, isNull(visitorSessions.endedAt)));
}

/** When its keys end; null: never. One that has been given an earlier end keeps it. */
export async function setWayExpiry(tx: TenantTx, way: Way, expiresAt: Date | null): Promise<void> {
  await on(tx)
    .update(apiKeys)
    .set({ expiresAt })
    .where(and(keysOf(way), isNull(apiKeys.revokedAt), isNull(apiKeys.replacedBy)));
}

function keysOf(way: Way): SQL | undefined {
  return "widgetId" in way
    ? eq(apiKeys.widgetId, way.widgetId)
    : eq(apiKeys.shareLinkId, way.shareLinkId);
}
