import { insertAuthRecord } from "@understudy/db/queries/auth-records";
import {
  countUsers,
  insertTenantWithOwner,
  listTenantsOfUser,
  lockFirstAccount,
} from "@understudy/db/queries/memberships";
import { APIError } from "better-auth/api";
import type { AccountRules } from "./auth-adapter.ts";

const CLOSED = {
  code: "SIGN_UP_CLOSED",
  reason: "account.sign_up_closed",
  message: "New accounts are made by invitation here.",
};

/** The same answer for known and unknown addresses. */
export function signUpClosed(): APIError {
  return new APIError("FORBIDDEN", CLOSED);
}

/** An account comes with its tenant or not at all; the first one is judged again under a lock. */
export function accountRules(signUp: "open" | "invite"): AccountRules {
  return {
    async insertUser(tx, values) {
      await lockFirstAccount(tx);
      if (signUp === "invite" && (await countUsers(tx)) > 0) throw signUpClosed();
      const user = await insertAuthRecord(tx, "user", values);
      const userId = String(user.id);
      await insertTenantWithOwner(tx, { userId, name: tenantName(values.name) });
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
