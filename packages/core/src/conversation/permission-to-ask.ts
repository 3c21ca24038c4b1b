import type { Actor } from "../kernel/actor.ts";
import { type Permission, VISITOR_PERMISSION } from "../kernel/permissions.ts";

/** The right by which someone asks and follows the answer. */
export function permissionToAsk({ kind }: Actor): Permission {
  return kind === "visitor" ? VISITOR_PERMISSION : "twin.ask";
}
