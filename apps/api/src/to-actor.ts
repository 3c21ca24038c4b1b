import type { Identity, VisitorIdentity } from "@understudy/auth/identity";
import type { Actor } from "@understudy/core/kernel/actor";
import type { Standing } from "@understudy/core/kernel/door";
import { KEY_PERMISSIONS } from "@understudy/core/kernel/permissions";
import { RoleName } from "@understudy/core/member/contract";
import { judgeStanding, misplaced } from "@understudy/core/visitor/judge-standing";

/** What someone may do; null for a credential that opens none of this program's doors. Throws for one that does not count where they stand. */
export function toActor(identity: Identity, standing: Standing): Actor | null {
  switch (identity.kind) {
    case "user": {
      const { role, ...user } = identity;
      const known = RoleName.safeParse(role);
      return known.success ? { ...user, role: known.data } : null;
    }
    case "api_key": {
      const { apiKeyId, tenantId, twinIds, scopes, keyKind } = identity;
      const most = keyKind === "secret" ? KEY_PERMISSIONS : [];
      const permissions = most.filter((held) => !scopes || scopes.includes(held));
      return { kind: "api_key", apiKeyId, tenantId, twinIds, permissions };
    }
    case "visitor":
      return visitorAt(identity, standing);
  }
}

/** A token counts from the origin it was given to, while that is still let in. */
function visitorAt(identity: VisitorIdentity, standing: Standing): Actor {
  const { allowedOrigins, ...visitor } = identity;
  if (visitor.origin !== standing.origin && !isQuietlyOurs(visitor, standing)) throw misplaced();
  judgeStanding(standing, allowedOrigins);
  return visitor;
}

/** On a page of the same origin a browser names none when it only reads. */
function isQuietlyOurs({ origin }: { origin: string | null }, standing: Standing): boolean {
  return standing.origin === null && origin !== null && standing.isOurs;
}
