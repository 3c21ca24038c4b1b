import type { Identity } from "@understudy/auth/identity";
import type { Actor } from "@understudy/core/kernel/actor";
import { KEY_PERMISSIONS } from "@understudy/core/kernel/permissions";
import { RoleName } from "@understudy/core/tenant/contract";

/** What someone may do; null for a credential that opens none of this program's doors. */
export function toActor(identity: Identity): Actor | null {
  if (identity.kind === "user") {
    const { role, ...user } = identity;
    const known = RoleName.safeParse(role);
    return known.success ? { ...user, role: known.data } : null;
  }
  const { apiKeyId, tenantId, twinIds, scopes, keyKind } = identity;
  if (keyKind !== "secret") return null;
  const permissions = KEY_PERMISSIONS.filter((held) => !scopes || scopes.includes(held));
  return { kind: "api_key", apiKeyId, tenantId, twinIds, permissions };
}
