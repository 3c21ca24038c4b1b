import { type Permission, type Role, roleHolds } from "./permissions.ts";

/** Who acts, as the credential says; the tenant comes from here and from nowhere else. */
export type Actor =
  | { kind: "user"; userId: string; sessionId: string; tenantId: string; role: Role }
  | {
      kind: "api_key";
      apiKeyId: string;
      tenantId: string;
      /** Null: every twin of the tenant. */
      twinIds: string[] | null;
      permissions: readonly Permission[];
    }
  | { kind: "system"; tenantId: string };

export function actorHolds(actor: Actor, permission: Permission): boolean {
  switch (actor.kind) {
    case "user":
      return roleHolds(actor.role, permission);
    case "api_key":
      return actor.permissions.includes(permission);
    case "system":
      return true;
  }
}
