import { Temporal } from "temporal-polyfill";
import type { Bucket, Period } from "./contract.ts";
import { textOf } from "./resolve-period.ts";

/** No line is read beyond so many points. */
export const MOST_POINTS = 800;

const HOURS: Record<Bucket, number> = { hour: 1, day: 24, week: 168, month: 720 };
const READABLE_POINTS = 100;

/** The finest that makes a readable line. */
export function chooseBucket({ from, to }: Period): Bucket {
  const hours = (Date.parse(to) - Date.parse(from)) / 3_600_000;
  const buckets = ["hour", "day", "week"] as const;
  return buckets.find((bucket) => hours / HOURS[bucket] <= READABLE_POINTS) ?? "month";
}

/**
 * The times at which hours, days, weeks (from Monday) or months of the time zone begin within a period; the
 * first is when the period itself does. Undefined: there are too many.
 */
export function cutPeriod(
  { from, to }: Period,
  { bucket, timeZone }: { bucket: Bucket; timeZone: string },
): string[] | undefined {
  const end = Date.parse(to);
  const starts: string[] = [];
  let next = Temporal.Instant.from(from).toZonedDateTimeISO(timeZone);
  while (next.epochMilliseconds < end) {
    if (starts.length === MOST_POINTS) return undefined;
    starts.push(textOf(next));
    next = startOf(startOf(next, bucket).add(STEPS[bucket]), bucket);
  }
  return starts;
}

const STEPS = {
  hour: { hours: 1 },
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
} as const;

function startOf(at: Temporal.ZonedDateTime, bucket: Bucket): Temporal.ZonedDateTime {
  if (bucket === "hour") return at.round({ smallestUnit: "hour", roundingMode: "floor" });
  const day = at.startOfDay();
  if (bucket === "week") return day.subtract({ days: day.dayOfWeek - 1 });
  return bucket === "month" ? day.with({ day: 1 }) : day;
}
