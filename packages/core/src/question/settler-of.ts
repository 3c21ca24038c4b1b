import type { Context } from "../kernel/context.ts";

/** The person who decides; a key is nobody. */
export function settlerOf({ actor }: Context): { settledBy: string | null } {
  return { settledBy: actor.kind === "user" ? actor.userId : null };
}
