import type { UsageLimit } from "@understudy/core/usage/contract";

/** Whoever limits hold for, with all of them. */
export interface Owner {
  /** As an address names it: `tenant`, `key` and `visitor` for each, or `twin.ID`. */
  key: string;
  scope: UsageLimit["scope"];
  subjectId: string | null;
  name: string;
  limits: readonly UsageLimit[];
}

export function keyOf({ scope, subjectId }: Pick<Owner, "scope" | "subjectId">): string {
  return subjectId === null ? scope : `${scope}.${subjectId}`;
}

/** In the order in which they come. */
export function listOwners(limits: readonly UsageLimit[]): Owner[] {
  const byKey = Map.groupBy(limits, keyOf);
  return Array.from(byKey, ([key, own]) => {
    const { scope, subjectId } = own[0]!;
    return { key, scope, subjectId, name: ownerName(own[0]!), limits: own };
  });
}

/** A visitor whose limits are not set yet stands in no list: theirs are as those of each. */
export function findOwner(owners: readonly Owner[], key: string): Owner | undefined {
  const found = owners.find((owner) => owner.key === key);
  const [scope, subjectId] = key.split(".");
  if (found || scope !== "visitor" || !subjectId) return found;
  const each = owners.find((owner) => owner.key === "visitor");
  const limits = each?.limits.map((limit) => ({ ...limit, subjectId, limit: null })) ?? [];
  return { key, scope, subjectId, name: "One visitor", limits };
}

export function limitOf(
  { limits }: Owner,
  metric: UsageLimit["metric"],
  period: UsageLimit["period"],
): UsageLimit | undefined {
  return limits.find((limit) => limit.metric === metric && limit.period === period);
}

function ownerName({ scope, subjectId, name }: UsageLimit): string {
  if (scope === "tenant") return "The whole workspace";
  if (subjectId === null) return scope === "key" ? "Each key" : "Each visitor";
  return name || "Not named";
}
