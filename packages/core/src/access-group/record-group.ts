import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";

/** A change to a group, in the audit log; how many of what, and never who. */
export function recordGroup(
  ctx: Context,
  tx: TenantTx,
  did: "create" | "update" | "remove" | "setMembers" | "setContent" | "setLimits" | "setOverrides",
  groupId: string,
  details: Record<string, number> = {},
): Promise<void> {
  const subject = { subjectKind: "accessGroup", subjectId: groupId };
  return ctx.audit(tx, { action: `accessGroup.${did}`, ...subject, details });
}
