import { and, desc, eq, getTableColumns, gt, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { apiKeys } from "../tables/api-keys.ts";
import { shareLinks } from "../tables/share-links.ts";
import { twins } from "../tables/twins.ts";
import { widgets } from "../tables/widgets.ts";
import { behind, type Position } from "./after.ts";
import { one } from "./one.ts";

const {
  tenantId: _tenantId,
  keyHash: _keyHash,
  sealedKey: _sealedKey,
  ...shown
} = getTableColumns(apiKeys);
export type ApiKeyRow = Omit<typeof apiKeys.$inferSelect, "tenantId" | "keyHash" | "sealedKey">;

/** Those of widgets and share links are shown with what they open. */
const standsAlone = and(isNull(apiKeys.widgetId), isNull(apiKeys.shareLinkId));
const isLive = and(
  isNull(apiKeys.revokedAt),
  or(isNull(apiKeys.expiresAt), sql`${apiKeys.expiresAt} > now()`),
);

export interface NewApiKey {
  name: string;
  kind: ApiKeyRow["kind"];
  prefix: string;
  /** SHA-256 of the key; the key itself is never stored. */
  hash: Uint8Array;
  twinIds?: string[] | null;
  scopes?: string[] | null;
  expiresAt?: Date | null;
  createdBy?: string | null;
  /** The way in that it is the key of. */
  widgetId?: string;
  shareLinkId?: string;
  sealedKey?: Uint8Array;
}

export async function insertApiKey(
  tx: TenantTx,
  { hash, ...values }: NewApiKey,
): Promise<ApiKeyRow> {
  const row = { ...values, keyHash: hash };
  return one(await on(tx).insert(apiKeys).values(row).returning(shown));
}

/** Those of these that are keys by themselves, and were not revoked. */
export async function countApiKeys(tx: TenantTx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const isThere = and(standsAlone, isNull(apiKeys.revokedAt));
  return on(tx).$count(apiKeys, and(isThere, inArray(apiKeys.id, [...ids])));
}

/** Keys that still work or have expired, newest first; revoked ones are gone from sight. */
export function listApiKeys(
  tx: TenantTx,
  { after, limit }: { after?: Position | null; limit: number },
): Promise<ApiKeyRow[]> {
  return on(tx)
    .select(shown)
    .from(apiKeys)
    .where(
      and(
        standsAlone,
        isNull(apiKeys.revokedAt),
        behind({ time: apiKeys.createdAt, id: apiKeys.id }, after),
      ),
    )
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(limit);
}

/** A key that works now: not revoked and not expired. */
export async function findUsableApiKey(
  tx: TenantTx,
  apiKeyId: string,
): Promise<ApiKeyRow | undefined> {
  const [row] = await on(tx)
    .select(shown)
    .from(apiKeys)
    .where(and(eq(apiKeys.id, apiKeyId), isLive));
  return row;
}

export async function revokeApiKey(tx: TenantTx, apiKeyId: string): Promise<ApiKeyRow | undefined> {
  const [row] = await on(tx)
    .update(apiKeys)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(apiKeys.id, apiKeyId), standsAlone, isNull(apiKeys.revokedAt)))
    .returning(shown);
  return row;
}

/** From now on it works for so long, or for as long as it would have when that is less. */
export async function replaceApiKey(
  tx: TenantTx,
  { apiKeyId, replacedBy, overlapSeconds }: Replacement,
): Promise<void> {
  const end = sql`now() + make_interval(secs => ${overlapSeconds}::int)`;
  await on(tx)
    .update(apiKeys)
    .set({ replacedBy, expiresAt: sql`least(coalesce(${apiKeys.expiresAt}, ${end}), ${end})` })
    .where(eq(apiKeys.id, apiKeyId));
}

export interface Replacement {
  apiKeyId: string;
  replacedBy: string;
  overlapSeconds: number;
}

/** At most one write a minute, however often the key is used. */
export async function touchApiKey(tx: TenantTx, apiKeyId: string): Promise<void> {
  const stale = or(
    isNull(apiKeys.lastUsedAt),
    lt(apiKeys.lastUsedAt, sql`now() - interval '1 minute'`),
  );
  await on(tx)
    .update(apiKeys)
    .set({ lastUsedAt: sql`now()` })
    .where(and(eq(apiKeys.id, apiKeyId), stale));
}

/** Names of keys, also of revoked ones, by their id. */
export async function listKeyNames(tx: TenantTx): Promise<Map<string, string>> {
  const rows = await on(tx).select({ id: apiKeys.id, name: apiKeys.name }).from(apiKeys);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const MOST_KEYS = 500;

/** Those that still open something, the newest first; a way's own key goes by the way. */
export function listLiveKeys(tx: TenantTx): Promise<{ id: string; name: string }[]> {
  const { id, name, widgetId, shareLinkId } = apiKeys;
  const wayName = sql`coalesce(${shareLinks.name}, ${widgets.name})`;
  const ofWay = sql<string>`coalesce(${wayName} || ' of ' || ${twins.name}, ${name})`;
  const isLive = and(
    isNull(apiKeys.revokedAt),
    or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, sql`now()`)),
  );
  return on(tx)
    .select({ id, name: ofWay })
    .from(apiKeys)
    .leftJoin(shareLinks, eq(shareLinks.id, shareLinkId))
    .leftJoin(widgets, eq(widgets.id, widgetId))
    .leftJoin(twins, eq(twins.id, sql`coalesce(${shareLinks.twinId}, ${widgets.twinId})`))
    .where(isLive)
    .orderBy(desc(apiKeys.createdAt), desc(id))
    .limit(MOST_KEYS);
}
