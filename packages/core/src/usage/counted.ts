import { EACH_KEY, EACH_VISITOR } from "@understudy/db/queries/quotas";
import type { TenantTx } from "@understudy/db/scope";
import { findGroups } from "../access-group/find-reach.ts";
import type { Actor } from "../kernel/actor.ts";

/** Whoever a question, or a call for it, is counted for. */
export interface Counted {
  id: string;
  of: "tenant" | "twin" | "key" | "group" | "visitor";
  /** Whose limits hold: its own, and those of each like it. */
  limitedBy: readonly string[];
}

/** The tenant last. */
export function listCounted(actor: Actor, twinId: string | null): Counted[] {
  const key = actor.kind === "api_key" || actor.kind === "visitor" ? actor.apiKeyId : null;
  const own = (id: string, of: Counted["of"], ...each: string[]): Counted[] => [
    { id, of, limitedBy: [id, ...each] },
  ];
  return [
    ...(actor.kind === "visitor" ? own(actor.personId, "visitor", EACH_VISITOR) : []),
    ...(key === null ? [] : own(key, "key", EACH_KEY)),
    ...(twinId === null ? [] : own(twinId, "twin")),
    ...own(actor.tenantId, "tenant"),
  ];
}

/** With the groups of whoever asks. */
export async function listSpenders(
  tx: TenantTx,
  actor: Actor,
  twinId: string | null,
): Promise<Counted[]> {
  const groupIds = twinId === null ? [] : await findGroups(tx, actor, twinId);
  const groups = groupIds.map((id): Counted => ({ id, of: "group", limitedBy: [id] }));
  return [...groups, ...listCounted(actor, twinId)];
}
