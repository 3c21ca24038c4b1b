import type { PeriodSearch, Range } from "#app/analytics-search.ts";

export const RANGE_DAYS: Record<Range, number> = { today: 1, "7d": 7, "30d": 30, "90d": 90 };
const USUAL: Range = "30d";

/** The time that is looked at: whole days where the viewer is; `to` is not counted in. */
export interface ViewedPeriod {
  from: string;
  to: string;
  timeZone: string;
  /** Undefined: chosen day by day. */
  range: Range | undefined;
}

export function periodOf({ range, since, until }: PeriodSearch, now: Date): ViewedPeriod {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  if (!range && since && until) {
    const [from, last] = [startOfDay(since), startOfDay(until)];
    return { from: from.toISOString(), to: addDays(last, 1).toISOString(), timeZone, range };
  }
  const chosen = range ?? USUAL;
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  return {
    from: addDays(today, 1 - RANGE_DAYS[chosen]).toISOString(),
    to: addDays(today, 1).toISOString(),
    timeZone,
    range: chosen,
  };
}

/** "2026-11-24", as a date field has it. */
export function dayOf(time: string, { isEnd = false } = {}): string {
  const at = isEnd ? addDays(new Date(time), -1) : new Date(time);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function startOfDay(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date);
}

/** By the calendar: a day on which the clocks change is one day. */
function addDays(at: Date, days: number): Date {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + days);
}
