import { CHANNELS } from "./conversations-search.ts";
import { isOneOf } from "./is-one-of.ts";
import { type PanelSearch, readPanelSearch } from "./panel-search.ts";

export const RANGES = ["today", "7d", "30d", "90d"] as const;
export type Range = (typeof RANGES)[number];
export const MEASURES = ["answers", "conversations", "visitors"] as const;
export type Measure = (typeof MEASURES)[number];
export const DIMENSIONS = [
  "channel",
  "shareLink",
  "widget",
  "apiKey",
  "accessGroup",
  "release",
  "language",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

const PLACES = [
  ...["shareLinkId", "widgetId", "apiKeyId", "accessGroupId", "releaseId", "language"],
] as const;

/** What figures are narrowed to; conversations by the same names. */
export interface Narrowed
  extends Partial<
    Record<
      "shareLinkId" | "widgetId" | "apiKeyId" | "accessGroupId" | "releaseId" | "language",
      string
    >
  > {
  channel?: (typeof CHANNELS)[number];
}

/** Which figures, as the address says it. */
export interface AnalyticsSearch extends PanelSearch, Narrowed {
  /** Absent: the last 30 days, or what `since` and `until` say. */
  range?: Range;
  /** Days of the viewer's, both counted in: "2026-11-24". */
  since?: string;
  until?: string;
  measure?: Measure;
  by?: Dimension;
  /** The numbers in the place of the lines. */
  table?: true;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (value: unknown): value is string =>
  typeof value === "string" && DAY.test(value) && !Number.isNaN(Date.parse(value));

/** Which days: absent, the last 30. */
export type PeriodSearch = Pick<AnalyticsSearch, "range" | "since" | "until">;

export function readPeriodSearch({ range, since, until }: Record<string, unknown>): PeriodSearch {
  return {
    ...(isOneOf(RANGES, range) && { range }),
    ...(isDay(since) && isDay(until) && since <= until && { since, until }),
  };
}

export function readAnalyticsSearch(search: Record<string, unknown>): AnalyticsSearch {
  const { measure, by, table } = search;
  return {
    ...readPanelSearch(search),
    ...narrowedTo(search),
    ...readPeriodSearch(search),
    ...(isOneOf(MEASURES, measure) && { measure }),
    ...(isOneOf(DIMENSIONS, by) && { by }),
    ...(table === true && { table }),
  };
}

/** What of an address narrows figures. */
export function narrowedTo(search: Record<string, unknown>): Narrowed {
  const places = PLACES.flatMap((name) => {
    const value = search[name];
    return typeof value === "string" && value !== "" ? [[name, value]] : [];
  });
  const { channel } = search;
  return { ...Object.fromEntries(places), ...(isOneOf(CHANNELS, channel) && { channel }) };
}
