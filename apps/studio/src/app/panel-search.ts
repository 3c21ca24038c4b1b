import { isOneOf } from "./is-one-of.ts";

export const PANEL_TABS = ["text", "passages", "corrections", "history", "log"] as const;
export type PanelTab = (typeof PANEL_TABS)[number];

/** What the address says about the source that lies open beside a screen. */
export interface PanelSearch {
  source?: string;
  /** UTF-16 offsets into the source's text, "120-260". */
  passage?: string;
  tab?: PanelTab;
  /** The sync of its history that lies open. */
  sync?: string;
  wide?: true;
  /** The answer that is being explained. */
  why?: string;
}

export function readPanelSearch(search: Record<string, unknown>): PanelSearch {
  const { source, passage, tab, sync, wide, why } = search;
  return {
    ...(typeof source === "string" && { source }),
    ...(typeof passage === "string" && /^\d+-\d+$/.test(passage) && { passage }),
    ...(isOneOf(PANEL_TABS, tab) && { tab }),
    ...(typeof sync === "string" && { sync }),
    ...(wide === true && { wide }),
    ...(typeof why === "string" && { why }),
  };
}

export const CLOSED_PANEL: { [Key in keyof PanelSearch]: undefined } = {
  source: undefined,
  passage: undefined,
  tab: undefined,
  sync: undefined,
  wide: undefined,
  why: undefined,
};
