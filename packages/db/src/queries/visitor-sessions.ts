import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { CitationVisibility, VisitorChannel } from "../column-values.ts";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { apiKeys } from "../tables/api-keys.ts";
import { publicPages } from "../tables/public-pages.ts";
import { releases } from "../tables/releases.ts";
import { shareLinks } from "../tables/share-links.ts";
import { twins } from "../tables/twins.ts";
import { visitorSessions, visitors } from "../tables/visitors.ts";
import { widgets } from "../tables/widgets.ts";
import { one } from "./one.ts";

export interface NewVisitorSession {
  twinId: string;
  visitorId: string;
  tokenHash: Uint8Array;
  channel: VisitorChannel;
  apiKeyId: string | null;
  origin: string | null;
  lastsSeconds: number;
}

/** Gives when it ends. */
export async function insertVisitorSession(
  tx: TenantTx,
  { lastsSeconds, ...values }: NewVisitorSession,
): Promise<Date> {
  const expiresAt = sql`now() + make_interval(secs => ${lastsSeconds}::int)`;
  const rows = await on(tx)
    .insert(visitorSessions)
    .values({ ...values, expiresAt })
    .returning({ expiresAt: visitorSessions.expiresAt });
  return one(rows).expiresAt;
}

export interface UsableVisit {
  visitorId: string;
  /** The first record of whoever they have proved to be, by which limits count; their own without a proof. */
  personId: string;
  twinId: string;
  channel: VisitorChannel;
  origin: string | null;
  apiKeyId: string | null;
  widgetId: string | null;
  shareLinkId: string | null;
  leadMissing: boolean;
  /** What the release that answers lets visitors see of where an answer comes from. */
  citationsShown: CitationVisibility;
}

/**
 * A visit that may go on now: neither it nor its key has ended, the way in is open, the twin answers
 * and the visitor is not blocked.
 */
export async function findUsableVisit(
  tx: TenantTx,
  visitorSessionId: string,
): Promise<UsableVisit | undefined> {
  const asks = sql`coalesce(${widgets.leadCapture}, ${shareLinks.leadCapture}, ${publicPages.leadCapture})`;
  const [row] = await on(tx)
    .select({
      visitorId: visitorSessions.visitorId,
      personId: sql<string>`coalesce(${visitors.mergedIntoId}, ${visitors.id})`,
      twinId: visitorSessions.twinId,
      channel: visitorSessions.channel,
      origin: visitorSessions.origin,
      apiKeyId: visitorSessions.apiKeyId,
      widgetId: apiKeys.widgetId,
      shareLinkId: apiKeys.shareLinkId,
      leadMissing: sql<boolean>`coalesce(${asks} = 'required' and ${visitors.email} is null, false)`,
      citationsShown: sql<CitationVisibility>`coalesce(
        ${releases.configuration} #>> '{boundaries,citationVisibility}', 'full')`,
    })
    .from(visitorSessions)
    .innerJoin(visitors, eq(visitors.id, visitorSessions.visitorId))
    .innerJoin(twins, eq(twins.id, visitorSessions.twinId))
    .leftJoin(releases, eq(releases.id, twins.currentReleaseId))
    .leftJoin(apiKeys, eq(apiKeys.id, visitorSessions.apiKeyId))
    .leftJoin(widgets, eq(widgets.id, apiKeys.widgetId))
    .leftJoin(shareLinks, eq(shareLinks.id, apiKeys.shareLinkId))
    .leftJoin(
      publicPages,
      and(isNull(visitorSessions.apiKeyId), eq(publicPages.twinId, visitorSessions.twinId)),
    )
    .where(
      and(
        eq(visitorSessions.id, visitorSessionId),
        isNull(visitorSessions.endedAt),
        sql`${visitorSessions.expiresAt} > now()`,
        isNull(visitors.blockedAt),
        isNull(twins.archivedAt),
        isNull(twins.deletedAt),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.expiresAt), sql`${apiKeys.expiresAt} > now()`),
        isNull(widgets.revokedAt),
        sql`coalesce(${shareLinks.isOn}, true)`,
        sql`coalesce(${publicPages.isOn}, true)`,
      ),
    );
  return row;
}

/** As whom the customer's server vouches for whoever holds the visit; what it vouched for before is forgotten. */
export async function saveVouched(
  tx: TenantTx,
  vouched: { visitorSessionId: string; email: string | null; claims: string[] },
): Promise<void> {
  const { visitorSessionId, email, claims } = vouched;
  await on(tx)
    .update(visitorSessions)
    .set({ verifiedEmail: email?.toLowerCase() ?? null, verifiedClaims: claims })
    .where(eq(visitorSessions.id, visitorSessionId));
}
