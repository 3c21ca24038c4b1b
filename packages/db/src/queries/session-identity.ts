import { and, eq, gt, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { AuthTx } from "../scope.ts";
import { memberships, type Role } from "../tables/memberships.ts";
import { sessions, users } from "../tables/users.ts";

export interface SessionIdentity {
  sessionId: string;
  userId: string;
  tenantId: string;
  role: Role;
}

/** Who a live session is, and in which role now; nobody once the membership is gone. */
export async function findSessionIdentity(
  tx: AuthTx,
  tokenHash: Uint8Array,
): Promise<SessionIdentity | undefined> {
  const inActiveTenant = and(
    eq(memberships.userId, sessions.userId),
    eq(memberships.tenantId, sessions.activeTenantId),
  );
  const [row] = await on(tx)
    .select({
      sessionId: sessions.id,
      userId: sessions.userId,
      tenantId: memberships.tenantId,
      role: memberships.role,
    })
    .from(sessions)
    .innerJoin(memberships, inActiveTenant)
    .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, sql`now()`)));
  return row;
}

export interface SessionAccount {
  sessionId: string;
  userId: string;
  email: string;
}

/** Whose live session it is, also of an account that belongs to no tenant. */
export async function findSessionAccount(
  tx: AuthTx,
  tokenHash: Uint8Array,
): Promise<SessionAccount | undefined> {
  const [row] = await on(tx)
    .select({ sessionId: sessions.id, userId: users.id, email: users.email })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, sql`now()`)));
  return row;
}

/** The session's account has to belong there. */
export async function moveSession(
  tx: AuthTx,
  { sessionId, userId, tenantId }: { sessionId: string; userId: string; tenantId: string },
): Promise<boolean> {
  const belongs = sql`exists (
    select from ${memberships} where ${memberships.userId} = ${userId} and ${memberships.tenantId} = ${tenantId})`;
  const moved = await on(tx)
    .update(sessions)
    .set({ activeTenantId: tenantId })
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId), belongs))
    .returning({ id: sessions.id });
  return moved.length > 0;
}
