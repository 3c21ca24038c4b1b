import { isOneOf } from "./is-one-of.ts";
import { CLOSED_PANEL, type PanelSearch, readPanelSearch } from "./panel-search.ts";

export const CHANNELS = ["studio", "api", "link", "widget", "page", "mcp"] as const;
const OUTCOMES = ["answered", "verified", "unsupported", "refused", "failed", "stopped"] as const;
const TEXTS = [
  ...["search", "tag", "language", "topic", "from", "to", "shareLinkId", "widgetId"],
  ...["apiKeyId", "accessGroupId", "releaseId", "sourceId", "visitorId", "open"],
] as const;

/** Which conversations, as the address says it; every figure's link is made of these. */
export interface ConversationsSearch
  extends PanelSearch,
    Partial<
      Record<
        | "search"
        | "tag"
        | "language"
        | "topic"
        | "from"
        | "to"
        | "shareLinkId"
        | "widgetId"
        | "apiKeyId"
        | "accessGroupId"
        | "releaseId"
        | "sourceId"
        | "visitorId"
        /** The one that lies open. */
        | "open",
        string
      >
    > {
  channel?: (typeof CHANNELS)[number];
  outcome?: (typeof OUTCOMES)[number];
  feedback?: "up" | "down";
  answered?: boolean;
  supportedBelow?: number;
  flagged?: boolean;
  reviewed?: boolean;
  corrected?: true;
  fromVisitors?: true;
  returning?: boolean;
}

export function readConversationsSearch(search: Record<string, unknown>): ConversationsSearch {
  const { channel, outcome, feedback, supportedBelow, flagged, reviewed } = search;
  const texts = TEXTS.flatMap((name) => {
    const value = search[name];
    return typeof value === "string" && value !== "" ? [[name, value]] : [];
  });
  return {
    ...readPanelSearch(search),
    ...Object.fromEntries(texts),
    ...(isOneOf(CHANNELS, channel) && { channel }),
    ...(isOneOf(OUTCOMES, outcome) && { outcome }),
    ...(isOneOf(["up", "down"], feedback) && { feedback }),
    ...(typeof search.answered === "boolean" && { answered: search.answered }),
    ...(typeof supportedBelow === "number" && { supportedBelow }),
    ...(typeof flagged === "boolean" && { flagged }),
    ...(typeof reviewed === "boolean" && { reviewed }),
    ...(search.corrected === true && { corrected: true }),
    ...(search.fromVisitors === true && { fromVisitors: true }),
    ...(typeof search.returning === "boolean" && { returning: search.returning }),
  };
}

/** What a list is asked for; not what lies open beside it. */
export function filterOf({ open: _, ...search }: ConversationsSearch) {
  const given = Object.entries(search).filter(([name]) => !Object.hasOwn(CLOSED_PANEL, name));
  return Object.fromEntries(given) as Omit<ConversationsSearch, keyof PanelSearch | "open">;
}
