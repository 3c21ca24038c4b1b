import { and, asc, eq, gte, isNull, ne, or, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sourceVersions } from "../tables/source-versions.ts";
import { sources } from "../tables/sources.ts";
import { findSource, type SourceRow } from "./sources.ts";

/** The source in this twin that was made from an address, or ended at it, or gives it as its own. */
export async function findSourceByUrl(
  tx: TenantTx,
  { twinId, url }: { twinId: string; url: string },
): Promise<SourceRow | undefined> {
  const [same] = await on(tx)
    .select({ sourceId: sources.id })
    .from(sources)
    .leftJoin(sourceVersions, eq(sourceVersions.id, sources.liveVersionId))
    .where(
      and(
        eq(sources.twinId, twinId),
        // A site is known by the address of its first page, and is not that page.
        ne(sources.kind, "sitemap"),
        isNull(sources.deletedAt),
        or(eq(sources.url, url), eq(sourceVersions.url, url), eq(sourceVersions.canonicalUrl, url)),
      ),
    )
    .orderBy(asc(sources.createdAt), asc(sources.id))
    .limit(1);
  return same && findSource(tx, same.sourceId);
}

/**
 * The bytes' one source in this twin, while it has not been removed and does not hold others by now;
 * another one than `exceptId`.
 */
export async function findSourceBySha256(
  tx: TenantTx,
  { twinId, sha256, exceptId }: { twinId: string; sha256: Uint8Array; exceptId?: string },
): Promise<SourceRow | undefined> {
  const [same] = await on(tx)
    .select({ sourceId: sourceVersions.sourceId })
    .from(sourceVersions)
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .where(
      and(
        eq(sourceVersions.twinId, twinId),
        eq(sourceVersions.sha256, sha256),
        isNull(sources.deletedAt),
        ne(sources.kind, "belief"),
        gte(sourceVersions.number, liveNumber),
        exceptId === undefined ? undefined : ne(sources.id, exceptId),
      ),
    )
    .limit(1);
  return same && findSource(tx, same.sourceId);
}

/** Written out: Drizzle would give the inner table's columns no name of their own. */
const liveNumber = sql`coalesce((
  select live.number from source_versions as live where live.id = sources.live_version_id
), 0)`;

/** Held until the transaction ends: the same bytes arriving twice at once still become one source. */
export function lockTwinBytes(
  tx: TenantTx,
  { twinId, sha256 }: { twinId: string; sha256: Uint8Array },
): Promise<void> {
  return lockInTwin(tx, twinId, Buffer.from(sha256).toString("hex"));
}

/** Likewise for an address. */
export function lockTwinUrl(
  tx: TenantTx,
  { twinId, url }: { twinId: string; url: string },
): Promise<void> {
  return lockInTwin(tx, twinId, url);
}

/** Likewise for what is to be done with one source. */
export function lockSource(tx: TenantTx, sourceId: string): Promise<void> {
  return lockInTwin(tx, sourceId, "source");
}

/** Likewise for which index answers in a twin. */
export function lockIndex(tx: TenantTx, twinId: string): Promise<void> {
  return lockInTwin(tx, twinId, "index");
}

async function lockInTwin(tx: TenantTx, twinId: string, what: string): Promise<void> {
  const key = `${twinId} ${what}`;
  await on(tx).execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}
