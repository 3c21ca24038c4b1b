const ROLES = ["viewer", "editor", "admin", "owner"] as const;
export type Role = (typeof ROLES)[number];

/** The lowest role that holds each permission; an API key holds those it was given, or all of `KEY_PERMISSIONS`. */
const LOWEST_ROLE = {
  "tenant.read": "viewer",
  "tenant.write": "owner",
  "twin.read": "viewer",
  "twin.write": "editor",
  "twin.remove": "admin",
  "source.read": "viewer",
  "source.write": "editor",
  "knowledge.read": "viewer",
  "belief.read": "viewer",
  "belief.write": "editor",
  "verified.read": "viewer",
  "verified.write": "editor",
  "release.read": "viewer",
  "release.write": "editor",
  "job.read": "viewer",
  "job.write": "editor",
  "conversation.read": "viewer",
  "conversation.write": "editor",
  "twin.ask": "viewer",
  "apiKey.read": "admin",
  "apiKey.write": "admin",
  "audit.read": "admin",
} as const satisfies Record<string, Role>;

export type Permission = keyof typeof LOWEST_ROLE;
export const PERMISSIONS = Object.keys(LOWEST_ROLE) as Permission[];

/** What a secret key may do at most: keys never make keys and never change the tenant. */
export const KEY_PERMISSIONS: readonly Permission[] = PERMISSIONS.filter(
  (permission) => !permission.startsWith("apiKey.") && permission !== "tenant.write",
);

export function roleHolds(role: Role, permission: Permission): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(LOWEST_ROLE[permission]);
}
