import type { PeriodSearch } from "#app/analytics-search.ts";
import { useNow } from "#lib/use-now.ts";
import { periodOf, type ViewedPeriod } from "./period-of.ts";

const MINUTE_MS = 60_000;

/** The time that an address names, as of this minute: what is asked for is the same until the next one. */
export function usePeriod(search: PeriodSearch): ViewedPeriod {
  const now = useNow();
  return periodOf(search, new Date(Math.floor(now / MINUTE_MS) * MINUTE_MS));
}
