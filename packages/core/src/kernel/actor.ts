import type { Permission, Role } from "./permissions.ts";

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
