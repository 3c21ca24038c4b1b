import type { HealthView } from "#app/health-search.ts";
import type { Outputs } from "#lib/trpc.ts";

export type Finding = Outputs["knowledge"]["listFindings"]["items"][number];
export type Contradiction = NonNullable<Finding["contradiction"]>;

/** The kinds that are looked at together. */
export const KINDS_OF: Record<HealthView, Finding["kind"][]> = {
  contradictions: ["contradiction"],
  duplicates: ["near_duplicate"],
  reading: ["thin", "garbled"],
  stale: ["stale"],
};

/** One who is a side of a contradiction, and where they are to be found. */
export interface Owner {
  kind: "source" | "belief" | "verified";
  id: string;
  title: string;
}

/** Of each side, in their order. */
export function ownersOf(finding: Finding): [Owner, Owner] {
  const { sourceId, sourceTitle, sourceKind } = finding;
  const first = ownerOf({ id: sourceId, title: sourceTitle, kind: sourceKind });
  if (finding.verifiedAnswerId) {
    const { verifiedAnswerId: id, verifiedQuestion: title } = finding;
    return [first, { kind: "verified", id, title: title ?? "" }];
  }
  const { otherSourceId: id, otherSourceTitle: title, otherSourceKind: kind } = finding;
  return [first, ownerOf({ id: id ?? "", title: title ?? "", kind: kind ?? "note" })];
}

function ownerOf(source: { id: string; title: string; kind: Finding["sourceKind"] }): Owner {
  return { ...source, kind: source.kind === "belief" ? "belief" : "source" };
}
