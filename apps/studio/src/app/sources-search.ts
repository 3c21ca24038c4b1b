import type { Source } from "@understudy/core/source/contract";
import { ADDED_KINDS, type AddedKind } from "#features/sources/add/added-kinds.ts";
import { isOneOf } from "./is-one-of.ts";
import { type PanelSearch, readPanelSearch } from "./panel-search.ts";

const STATUSES = ["processing", "live", "failed"] as const satisfies Source["status"][];

/** What the address says about the list of sources and what lies open over it. */
export interface SourcesSearch extends PanelSearch {
  status?: Source["status"];
  search?: string;
  /** The form of the way in that is open. */
  add?: AddedKind;
  /** What a new note is to speak of. */
  about?: string;
  /** The sites and archives whose pages are in sight. */
  unfolded?: string[];
  /** The pair of nearly equal sources that is being compared. */
  similar?: string;
}

export function readSourcesSearch(search: Record<string, unknown>): SourcesSearch {
  const { status, add, about, unfolded, similar } = search;
  return {
    ...readPanelSearch(search),
    ...(isOneOf(STATUSES, status) && { status }),
    ...(typeof search.search === "string" && search.search !== "" && { search: search.search }),
    ...(isOneOf(ADDED_KINDS, add) && { add }),
    ...(typeof about === "string" && about !== "" && { about }),
    ...(isIds(unfolded) && { unfolded }),
    ...(typeof similar === "string" && { similar }),
  };
}

function isIds(value: unknown): value is string[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string")
  );
}
