import { isOneOf } from "./is-one-of.ts";

const VIEWER_TABS = ["text", "passages", "corrections"] as const;
const VIEWER_PANES = ["original", "text"] as const;
export type ViewerTab = (typeof VIEWER_TABS)[number];
export type ViewerPane = (typeof VIEWER_PANES)[number];

/** What the address says about a source that is read over the whole screen. */
export interface ViewerSearch {
  /** A passage's id, or UTF-16 offsets into the source's text, "120-260". */
  passage?: string;
  /** Counted from 1. */
  page?: number;
  find?: string;
  tab?: ViewerTab;
  /** The one of the two that a phone shows. */
  pane?: ViewerPane;
}

export function readViewerSearch(search: Record<string, unknown>): ViewerSearch {
  const { passage, page, find, tab, pane } = search;
  const words = typeof find === "number" ? String(find) : find;
  return {
    ...(typeof passage === "string" && /^[\da-f-]+$/.test(passage) && { passage }),
    ...(typeof page === "number" && Number.isInteger(page) && page > 0 && { page }),
    ...(typeof words === "string" && words !== "" && { find: words }),
    ...(isOneOf(VIEWER_TABS, tab) && { tab }),
    ...(isOneOf(VIEWER_PANES, pane) && { pane }),
  };
}
