import type { Database } from "@understudy/db/client";
import {
  deleteSession,
  listSessions,
  type SessionRow,
} from "@understudy/db/queries/account-sessions";
import { type ErasureRow, listTenantErasuresOf } from "@understudy/db/queries/erasures";
import {
  insertTenantWithOwner,
  listTenantsOfUser,
  type UserTenant,
} from "@understudy/db/queries/memberships";
import { moveSession } from "@understudy/db/queries/session-identity";
import { asTenant, inAuth, type TenantTx } from "@understudy/db/scope";

/** The session of someone with an account. */
export interface Session {
  sessionId: string;
  userId: string;
}

/** What an account reaches beyond the tenant that it acts in: its sessions, and the tenants it belongs to. */
export interface Accounts {
  listSessions(userId: string): Promise<SessionRow[]>;
  /** False where the account has no such session. */
  endSession(session: Session): Promise<boolean>;
  listTenants(userId: string): Promise<UserTenant[]>;
  /** Those that it asked for, also of tenants that are gone. */
  listTenantErasures(userId: string): Promise<ErasureRow[]>;
  /** From the next request on the session acts there; false where its account does not belong. */
  enterTenant(session: Session, tenantId: string): Promise<boolean>;
  /** A tenant that the account owns; `record` joins the transaction that makes it. */
  foundTenant(
    founding: { userId: string; name: string },
    record: (tx: TenantTx, tenantId: string) => Promise<void>,
  ): Promise<string>;
}

export function createAccounts(db: Database): Accounts {
  return {
    listSessions: (userId) => inAuth(db, (tx) => listSessions(tx, userId)),
    endSession: (session) => inAuth(db, (tx) => deleteSession(tx, session)),
    listTenants: (userId) => inAuth(db, (tx) => listTenantsOfUser(tx, userId)),
    listTenantErasures: (userId) => inAuth(db, (tx) => listTenantErasuresOf(tx, userId)),
    enterTenant: ({ sessionId, userId }, tenantId) =>
      inAuth(db, (tx) => moveSession(tx, { sessionId, userId, tenantId })),
    foundTenant: (founding, record) =>
      inAuth(db, async (tx) => {
        const tenantId = await insertTenantWithOwner(tx, founding);
        await asTenant(tx, tenantId, (inside) => record(inside, tenantId));
        return tenantId;
      }),
  };
}
