import { and, eq, gt, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { AuthTx } from "../scope.ts";
import { memberships, type Role } from "../tables/memberships.ts";
import { sessions } from "../tables/users.ts";

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
