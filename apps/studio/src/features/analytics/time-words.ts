import type { Timeseries } from "./analytics.ts";

type Bucket = Timeseries["bucket"];

const SHORT: Record<Bucket, Intl.DateTimeFormatOptions> = {
  hour: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  day: { day: "numeric", month: "short" },
  week: { day: "numeric", month: "short" },
  month: { month: "short", year: "numeric" },
};
const LONG: Record<Bucket, Intl.DateTimeFormatOptions> = {
  hour: { weekday: "short", day: "numeric", month: "short", ...SHORT.hour },
  day: { weekday: "short", day: "numeric", month: "long" },
  week: { day: "numeric", month: "long" },
  month: { month: "long", year: "numeric" },
};

/** As an axis has room for. */
export function shortTime(time: string, bucket: Bucket): string {
  return new Date(time).toLocaleString("en", SHORT[bucket]);
}

export function longTime(time: string, bucket: Bucket): string {
  const words = new Date(time).toLocaleString("en", LONG[bucket]);
  return bucket === "week" ? `week of ${words}` : words;
}
