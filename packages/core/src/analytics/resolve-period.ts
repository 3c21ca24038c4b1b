import { Temporal } from "temporal-polyfill";
import type { Period } from "./contract.ts";

const DAYS = 30;

interface Asked {
  from?: string | undefined;
  to?: string | undefined;
  timeZone: string;
}

/** Whole days of the time zone where nothing else was asked for. */
export function resolvePeriod({ from, to, timeZone }: Asked, now: Date): Period {
  const at = (text: string) => Temporal.Instant.from(text).toZonedDateTimeISO(timeZone);
  const end = to ? at(to) : at(now.toISOString()).startOfDay().add({ days: 1 });
  const begin = from ? at(from) : end.subtract({ days: DAYS });
  return { from: textOf(begin), to: textOf(end) };
}

/** As long a time before; as many days where it is of whole ones, whatever the clocks did. */
export function periodBefore({ from, to }: Period, timeZone: string): Period {
  const at = (text: string) => Temporal.Instant.from(text).toZonedDateTimeISO(timeZone);
  const length = at(from).until(at(to), { largestUnit: "day" });
  return { from: textOf(at(from).subtract(length)), to: from };
}

export const textOf = (at: Temporal.ZonedDateTime) => new Date(at.epochMilliseconds).toISOString();
