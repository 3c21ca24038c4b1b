import { isOneOf } from "./is-one-of.ts";

const PARTS = ["belief", "versions"] as const;
export type BeliefPart = (typeof PARTS)[number];

/** What the address says about a twin's beliefs. */
export interface BeliefsSearch {
  search?: string;
  /** The one that lies open. */
  belief?: string;
  part?: BeliefPart;
  form?: "new";
}

export function readBeliefsSearch(search: Record<string, unknown>): BeliefsSearch {
  const { belief, part, form } = search;
  return {
    ...(typeof search.search === "string" && search.search !== "" && { search: search.search }),
    ...(typeof belief === "string" && { belief }),
    ...(isOneOf(PARTS, part) && { part }),
    ...(form === "new" && { form }),
  };
}
