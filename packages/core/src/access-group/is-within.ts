import type { Reach } from "@understudy/db/queries/reach";
import type { Restrictions } from "@understudy/db/queries/restrictions";

/** Something that answers, and what it came with: all of it must be open. */
export type Lineage = readonly string[];

/**
 * Whether someone may be answered from it. Groups add up: it is open when one of theirs opens it. What is
 * restricted and opened to no group is for nobody.
 */
export function isWithin(
  lineage: Lineage,
  { groupIds, sourceIds }: Reach,
  restrictions: Restrictions,
): boolean {
  const isOpen = lineage.every((id) => {
    const groups = restrictions.get(id);
    return !groups || groupIds.some((groupId) => groups.has(groupId));
  });
  return isOpen && (!sourceIds || lineage.some((id) => sourceIds.includes(id)));
}

/** Those that are within reach; undefined where all are. */
export function listWithin(
  lineages: ReadonlyMap<string, Lineage>,
  reach: Reach | null,
  restrictions: Restrictions,
): ReadonlySet<string> | undefined {
  if (!reach || (restrictions.size === 0 && !reach.sourceIds)) return undefined;
  const within = new Set<string>();
  for (const [id, lineage] of lineages) if (isWithin(lineage, reach, restrictions)) within.add(id);
  return within.size === lineages.size ? undefined : within;
}
