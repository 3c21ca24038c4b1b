import { isOneOf } from "./is-one-of.ts";

const SOURCES = ["link", "widget", "page", "import", "api"] as const;
/** In days back from today; `older`: not within the last thirty. */
const SINCE = ["1", "7", "30", "older"] as const;
const TEXTS = ["search", "tag", "accessGroupId", "open"] as const;

/** Which people, as the address says it. */
export interface AudienceSearch
  extends Partial<
    Record<
      | "search"
      | "tag"
      | "accessGroupId"
      /** The one who lies open. */
      | "open",
      string
    >
  > {
  source?: (typeof SOURCES)[number];
  firstSeen?: (typeof SINCE)[number];
  lastSeen?: (typeof SINCE)[number];
  blocked?: boolean;
  consent?: boolean;
  sort?: "messages";
}

export function readAudienceSearch(search: Record<string, unknown>): AudienceSearch {
  const { source, firstSeen, lastSeen, blocked, consent, sort } = search;
  const texts = TEXTS.flatMap((name) => {
    const value = search[name];
    return typeof value === "string" && value !== "" ? [[name, value]] : [];
  });
  return {
    ...Object.fromEntries(texts),
    ...(isOneOf(SOURCES, source) && { source }),
    ...(isOneOf(SINCE, String(firstSeen)) && { firstSeen: String(firstSeen) }),
    ...(isOneOf(SINCE, String(lastSeen)) && { lastSeen: String(lastSeen) }),
    ...(typeof blocked === "boolean" && { blocked }),
    ...(typeof consent === "boolean" && { consent }),
    ...(sort === "messages" && { sort }),
  };
}

/** What the list is asked for; days begin where the reader is. */
export function audienceFilterOf(search: AudienceSearch, today = new Date()) {
  const { open: _, sort: __, firstSeen, lastSeen, ...rest } = search;
  return { ...rest, ...seen("firstSeen", firstSeen, today), ...seen("lastSeen", lastSeen, today) };
}

function seen(
  which: "firstSeen" | "lastSeen",
  since: AudienceSearch["lastSeen"],
  today: Date,
): Record<string, string> {
  if (!since) return {};
  const days = since === "older" ? 30 : Number(since);
  const at = new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1 - days);
  return { [`${which}${since === "older" ? "To" : "From"}`]: at.toISOString() };
}
