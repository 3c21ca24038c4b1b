import { listGroupsOfWays } from "@understudy/db/queries/group-memberships";
import { findShareLink, type ShareLinkRow } from "@understudy/db/queries/share-links";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import type { ShareLink } from "./contract.ts";

export async function requireShareLink(tx: TenantTx, shareLinkId: string): Promise<ShareLinkRow> {
  const row = await findShareLink(tx, shareLinkId);
  if (!row) throw notFound("shareLink");
  return row;
}

/** With the groups that their visitors are in, in the order given. */
export async function readShareLinks(
  ctx: Context,
  tx: TenantTx,
  rows: readonly ShareLinkRow[],
): Promise<ShareLink[]> {
  const ids = rows.map(({ id }) => id);
  const groups = await listGroupsOfWays(tx, "link", ids);
  return rows.map((row) => describe(ctx, row, groups.get(row.id) ?? []));
}

export async function readShareLink(
  ctx: Context,
  tx: TenantTx,
  shareLinkId: string,
): Promise<ShareLink> {
  const [link] = await readShareLinks(ctx, tx, [await requireShareLink(tx, shareLinkId)]);
  return link!;
}

function describe({ ports }: Context, row: ShareLinkRow, accessGroupIds: string[]): ShareLink {
  if (!row.sealedKey) throw new Error("A link has no slug.");
  const slug = ports.vault.open(row.sealedKey);
  return {
    id: row.id,
    twinId: row.twinId,
    name: row.name,
    slug,
    url: `${ports.publicUrl}/s/${slug}`,
    isUnlisted: !row.isNamed,
    isOn: row.isOn,
    hasPassword: row.passwordHash !== null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    visitorLimit: row.visitorLimit,
    messageLimit: row.messageLimit,
    accessGroupIds,
    sourceIds: row.scopeSourceIds,
    leadCapture: row.leadCapture,
    consentText: row.consentText,
    figures: {
      visitors: row.visitorCount,
      questions: row.messageCount,
      answeredShare: row.answeredShare,
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    },
    createdAt: row.createdAt.toISOString(),
  };
}

/** The moment as the database takes it; one that is over is refused. */
export function readExpiry(expiresAt: string | null | undefined): Date | null {
  if (!expiresAt) return null;
  if (Date.parse(expiresAt) > Date.now()) return new Date(expiresAt);
  throw new DomainError("invalid", "shareLink.already_expired", "It would have expired already.");
}
