import { insertAuthRecord } from "@understudy/db/queries/auth-records";
import {
  countUsers,
  insertTenantWithOwner,
  listTenantsOfUser,
  lockFirstAccount,
} from "@understudy/db/queries/memberships";
import type { AuthTx } from "@understudy/db/scope";
import { APIError } from "better-auth/api";
import type { AccountRules } from "./auth-adapter.ts";
import { joinByInvitation } from "./join-by-invitation.ts";

const CLOSED = {
  code: "SIGN_UP_CLOSED",
  reason: "account.sign_up_closed",
  message: "New accounts are made by invitation here.",
};

/** The same answer for known and unknown addresses. */
export function signUpClosed(): APIError {
  return new APIError("FORBIDDEN", CLOSED);
}

export interface Joining {
  signUp: "open" | "invite";
  /** Joins the transaction of the instance's first account, once its tenant is there. */
  welcomeFirst?: (tx: AuthTx, tenantId: string) => Promise<void>;
}

/** An account comes with a tenant, its own or the one it is invited to, or not at all; the first one is judged again under a lock. */
export function accountRules({ signUp, welcomeFirst }: Joining): AccountRules {
  return {
    async insertUser(tx, { invitationToken: token, ...values }) {
      await lockFirstAccount(tx);
      const isFirst = (await countUsers(tx)) === 0;
      if (signUp === "invite" && !isFirst && !token) throw signUpClosed();
      const user = await insertAuthRecord(tx, "user", values);
      const userId = String(user.id);
      if (token) {
        const invited = { token: String(token), email: String(values.email), userId };
        await joinByInvitation(tx, invited);
        return user;
      }
      const tenant = { userId, name: tenantName(values.name) };
      const tenantId = await insertTenantWithOwner(tx, tenant);
      if (isFirst) await welcomeFirst?.(tx, tenantId);
      return user;
    },
    async insertSession(tx, values) {
      const [first] = await listTenantsOfUser(tx, String(values.userId));
      const activeTenantId = first?.tenantId ?? null;
      return insertAuthRecord(tx, "session", { ...values, activeTenantId });
    },
  };
}

function tenantName(owner: unknown): string {
  const name = typeof owner === "string" ? owner.trim() : "";
  return name ? `${name}'s workspace` : "Workspace";
}
