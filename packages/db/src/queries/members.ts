import { and, desc, eq, sql } from "drizzle-orm";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { memberships, type Role } from "../tables/memberships.ts";
import { behind, type Position } from "./after.ts";

export interface MemberRow {
  id: string;
  userId: string;
  role: Role;
  name: string;
  email: string;
  createdAt: Date;
}

const people = sql`people_of_tenant()`;
const shown = {
  id: memberships.id,
  userId: memberships.userId,
  role: memberships.role,
  createdAt: memberships.createdAt,
  name: sql<string>`people.name`,
  email: sql<string>`people.email`,
};

function members(tx: TenantTx) {
  return on(tx)
    .select(shown)
    .from(memberships)
    .innerJoin(sql`${people} as people`, sql`people.user_id = ${memberships.userId}`)
    .$dynamic();
}

/** Newest first. */
export function listMembers(
  tx: TenantTx,
  { after, limit }: { after?: Position | null; limit: number },
): Promise<MemberRow[]> {
  return members(tx)
    .where(behind({ time: memberships.createdAt, id: memberships.id }, after))
    .orderBy(desc(memberships.createdAt), desc(memberships.id))
    .limit(limit);
}

export async function findMember(tx: TenantTx, memberId: string): Promise<MemberRow | undefined> {
  const [row] = await members(tx).where(eq(memberships.id, memberId));
  return row;
}

/** Names of members by their account; who has left is not among them. */
export async function listNames(tx: TenantTx): Promise<Map<string, string>> {
  const rows = await rowsOf<{ userId: string; name: string }>(
    tx,
    sql`select user_id as "userId", name from ${people}`,
  );
  return new Map(rows.map(({ userId, name }) => [userId, name]));
}

export async function hasMemberWith(tx: TenantTx, email: string): Promise<boolean> {
  const rows = await rowsOf(tx, sql`select 1 from ${people} where lower(email) = ${email}`);
  return rows.length > 0;
}

/** The owners, who stay as many until the transaction ends. */
export async function lockOwners(tx: TenantTx): Promise<{ id: string }[]> {
  return on(tx)
    .select({ id: memberships.id })
    .from(memberships)
    .where(eq(memberships.role, "owner"))
    .orderBy(memberships.id)
    .for("update");
}

/** Only from the role that was seen: another one may have been given meanwhile. */
export async function updateRole(
  tx: TenantTx,
  { memberId, from, to }: { memberId: string; from: Role; to: Role },
): Promise<boolean> {
  const changed = await on(tx)
    .update(memberships)
    .set({ role: to })
    .where(and(eq(memberships.id, memberId), eq(memberships.role, from)))
    .returning({ id: memberships.id });
  return changed.length > 0;
}

export async function deleteMember(
  tx: TenantTx,
  { memberId, from }: { memberId: string; from: Role },
): Promise<boolean> {
  const gone = await on(tx)
    .delete(memberships)
    .where(and(eq(memberships.id, memberId), eq(memberships.role, from)))
    .returning({ id: memberships.id });
  return gone.length > 0;
}
