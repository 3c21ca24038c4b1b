import { and, desc, eq, getTableColumns, gt, isNull, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { invitations } from "../tables/invitations.ts";
import { memberships, type Role } from "../tables/memberships.ts";
import { behind, type Position } from "./after.ts";
import { one } from "./one.ts";

const { tenantId: _tenantId, tokenHash: _tokenHash, ...shown } = getTableColumns(invitations);
export type InvitationRow = Omit<typeof invitations.$inferSelect, "tenantId" | "tokenHash">;

const isPending = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));
const isOpen = and(isPending, gt(invitations.expiresAt, sql`now()`));

export interface NewInvitation {
  email: string;
  role: Role;
  /** SHA-256 of the token; the token itself is never stored. */
  tokenHash: Uint8Array;
  invitedBy: string;
  lastsSeconds: number;
}

export async function insertInvitation(
  tx: TenantTx,
  { lastsSeconds, ...values }: NewInvitation,
): Promise<InvitationRow> {
  const expiresAt = sql`now() + make_interval(secs => ${lastsSeconds}::int)`;
  return one(
    await on(tx)
      .insert(invitations)
      .values({ ...values, expiresAt })
      .returning(shown),
  );
}

/** Those that were neither taken up nor revoked, newest first; expired ones among them. */
export function listInvitations(
  tx: TenantTx,
  { after, limit }: { after?: Position | null; limit: number },
): Promise<InvitationRow[]> {
  return on(tx)
    .select(shown)
    .from(invitations)
    .where(and(isPending, behind({ time: invitations.createdAt, id: invitations.id }, after)))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(limit);
}

/** One that can be taken up now. */
export async function findOpenInvitation(
  tx: TenantTx,
  invitationId: string,
): Promise<InvitationRow | undefined> {
  const [row] = await on(tx)
    .select(shown)
    .from(invitations)
    .where(and(eq(invitations.id, invitationId), isOpen));
  return row;
}

export async function revokeInvitation(
  tx: TenantTx,
  invitationId: string,
): Promise<InvitationRow | undefined> {
  const [row] = await revoke(tx, eq(invitations.id, invitationId));
  return row;
}

/** A new invitation takes the place of those that the address still had. */
export function revokeInvitationsTo(tx: TenantTx, email: string): Promise<InvitationRow[]> {
  return revoke(tx, eq(invitations.email, email));
}

/** Nobody comes in any more on the word of someone who has lost the right to give it. */
export function revokeInvitationsBy(tx: TenantTx, userId: string): Promise<InvitationRow[]> {
  return revoke(tx, eq(invitations.invitedBy, userId));
}

function revoke(tx: TenantTx, which: ReturnType<typeof eq>): Promise<InvitationRow[]> {
  return on(tx)
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(and(which, isPending))
    .returning(shown);
}

export interface Acceptance {
  invitationId: string;
  userId: string;
  email: string;
}

/** Takes an open invitation up, once whoever asks at the same time: its address joins in its role. */
export async function takeUpInvitation(
  tx: TenantTx,
  { invitationId, userId, email }: Acceptance,
): Promise<InvitationRow | undefined> {
  const [taken] = await on(tx)
    .update(invitations)
    .set({ acceptedAt: sql`now()`, acceptedBy: userId })
    .where(
      and(eq(invitations.id, invitationId), eq(invitations.email, email.toLowerCase()), isOpen),
    )
    .returning(shown);
  if (!taken) return undefined;
  // Who is a member already stays what they are.
  await on(tx).insert(memberships).values({ userId, role: taken.role }).onConflictDoNothing();
  return taken;
}
