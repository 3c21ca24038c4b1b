import { isOneOf } from "./is-one-of.ts";
import { type PanelSearch, readPanelSearch } from "./panel-search.ts";

const STATUSES = ["answered", "dismissed"] as const;

/** Which questions, and the one that lies open; without a status those that wait. */
export interface QuestionsSearch extends PanelSearch {
  status?: (typeof STATUSES)[number];
  open?: string;
}

export function readQuestionsSearch(search: Record<string, unknown>): QuestionsSearch {
  const { status, open } = search;
  return {
    ...readPanelSearch(search),
    ...(isOneOf(STATUSES, status) && { status }),
    ...(typeof open === "string" && open !== "" && { open }),
  };
}
