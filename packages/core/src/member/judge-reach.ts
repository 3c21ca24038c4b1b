import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import type { Role } from "../kernel/permissions.ts";

/** Only owners make owners, and only they change what an owner may. */
export function requireReach({ actor }: Context, ...roles: Role[]): void {
  const isOwner = actor.kind === "user" && actor.role === "owner";
  if (isOwner || !roles.includes("owner")) return;
  throw new DomainError(
    "forbidden",
    "member.owners_only",
    "Only an owner can do this to an owner.",
  );
}

export function lastOwner(): DomainError {
  return new DomainError(
    "conflict",
    "member.last_owner",
    "A workspace needs an owner. Make somebody else one first.",
  );
}
