import { and, desc, eq, gt, ne, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { AuthTx } from "../scope.ts";
import { sessions } from "../tables/users.ts";

export interface SessionRow {
  id: string;
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: Date;
}

interface OneSession {
  userId: string;
  sessionId: string;
}

/** Where an account is signed in now, the newest first; at most 100. */
export function listSessions(tx: AuthTx, userId: string): Promise<SessionRow[]> {
  const { id, ipAddress, userAgent, createdAt } = sessions;
  return on(tx)
    .select({ id, ipAddress, userAgent, createdAt })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, sql`now()`)))
    .orderBy(desc(createdAt), desc(id))
    .limit(100);
}

export async function deleteSession(
  tx: AuthTx,
  { userId, sessionId }: OneSession,
): Promise<boolean> {
  const ended = await on(tx)
    .delete(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

export async function deleteOtherSessions(
  tx: AuthTx,
  { userId, sessionId }: OneSession,
): Promise<void> {
  await on(tx)
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), ne(sessions.id, sessionId)));
}
