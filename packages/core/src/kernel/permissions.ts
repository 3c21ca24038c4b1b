export const ROLES = ["viewer", "editor", "admin", "owner"] as const;
export type Role = (typeof ROLES)[number];

/** The lowest role that holds each permission; an API key holds those it was given, or all of `KEY_PERMISSIONS`. */
export const LOWEST_ROLE = {
  "account.own": "viewer",
  "tenant.read": "viewer",
  "tenant.write": "owner",
  "tenant.create": "owner",
  "member.read": "viewer",
  "member.write": "admin",
  "twin.read": "viewer",
  "twin.write": "editor",
  "twin.remove": "admin",
  "source.read": "viewer",
  "source.write": "editor",
  "knowledge.read": "viewer",
  "knowledge.write": "admin",
  "belief.read": "viewer",
  "belief.write": "editor",
  "verified.read": "viewer",
  "verified.write": "editor",
  "clarification.read": "viewer",
  "clarification.write": "editor",
  "quality.read": "viewer",
  "quality.write": "editor",
  "release.read": "viewer",
  "release.write": "editor",
  "job.read": "viewer",
  "job.write": "editor",
  "conversation.read": "viewer",
  "conversation.write": "editor",
  "audience.read": "viewer",
  "audience.write": "editor",
  "twin.ask": "viewer",
  "launch.read": "viewer",
  "launch.write": "editor",
  "accessGroup.read": "viewer",
  "accessGroup.write": "editor",
  "provider.read": "admin",
  "provider.write": "admin",
  "apiKey.read": "admin",
  "apiKey.write": "admin",
  "audit.read": "admin",
  "governance.read": "admin",
  "governance.write": "admin",
  "usage.read": "admin",
  "usage.write": "admin",
  "webhook.read": "admin",
  "webhook.write": "admin",
  "privacy.read": "admin",
  "privacy.write": "admin",
  "tenant.erase": "owner",
  "tenant.export": "owner",
} as const satisfies Record<string, Role>;

type RolePermission = keyof typeof LOWEST_ROLE;
/** What visitors do; no account and no key ever holds it. */
export const VISITOR_PERMISSION = "visitor.talk";

export type Permission = RolePermission | typeof VISITOR_PERMISSION;
export const PERMISSIONS = Object.keys(LOWEST_ROLE) as RolePermission[];

/** Who has access, and what may be spent, is for people to say; and no key learns who they are. */
const FOR_PEOPLE =
  /^(account|apiKey|member)\.|^(tenant|provider|governance|usage)\.write$|^tenant\.(create|erase|export)$/;
/** What a secret key may do at most: keys never make keys, and never change the tenant, its members, its rules or its budget. */
export const KEY_PERMISSIONS: readonly RolePermission[] = PERMISSIONS.filter(
  (permission) => !FOR_PEOPLE.test(permission),
);

export function roleHolds(role: Role, permission: Permission): boolean {
  if (permission === VISITOR_PERMISSION) return false;
  return ROLES.indexOf(role) >= ROLES.indexOf(LOWEST_ROLE[permission]);
}
