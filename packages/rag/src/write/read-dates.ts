import { foldText } from "../text/fold-text.ts";
import { MONTH_NAMES } from "../text/month-names.ts";

const SHORT_NAMES = "jan feb mar apr may jun jul aug sep,sept oct,okt nov dec,dez".split(" ");

/** The number of a month by each of its names, folded, the short ones too. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) =>
    [...names, ...SHORT_NAMES[index]!.split(",")].map((name) => [name, index + 1] as const),
  ),
);
const NAMES = [...MONTHS.keys()].join("|");
const IN_FIGURES = /(?<![\d./-])(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})(?!\d|[./-]\d)/gu;
const DAY_FIRST = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th|er)? (?:of |de )?(${NAMES})\\.?,? (?:de )?(\\d{4})(?!\\d)`,
  "gu",
);
const MONTH_FIRST = new RegExp(
  `(?<!\\p{L})(${NAMES})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`,
  "gu",
);

export interface ReadDate {
  /** As `year-month-day`; two where the order of day and month is not known. */
  days: readonly string[];
  /** In figures whose order is not known, one way of writing. */
  figures: string | null;
}

/** The whole dates of a text, and the text, folded, without them. */
export function readDates(text: string): { dates: ReadDate[]; rest: string } {
  const dates: ReadDate[] = [];
  const take = (date: ReadDate) => {
    dates.push(date);
    return " ";
  };
  const rest = foldText(text)
    .replace(DAY_FIRST, (_, day, month, year) => take(dated(year, MONTHS.get(month)!, day)))
    .replace(MONTH_FIRST, (_, month, day, year) => take(dated(year, MONTHS.get(month)!, day)))
    .replace(IN_FIGURES, (all, first, _sign, second, third) => {
      if (first.length === 4) return take(dated(first, second, third));
      if (first.length === 3 || third.length === 3) return all;
      const year = third.length === 2 ? `20${third}` : third;
      const days = [...dated(year, second, first).days, ...dated(year, first, second).days];
      return take({ days, figures: [first, second, year].map(Number).join("/") });
    });
  return { dates, rest };
}

function dated(year: string, month: string | number, day: string): ReadDate {
  return { days: [[year, month, day].map(Number).join("-")], figures: null };
}

/** In figures both must put day and month in the same order. */
export function isSameDate(one: ReadDate, other: ReadDate): boolean {
  if (one.figures !== null && other.figures !== null) return one.figures === other.figures;
  return one.days.some((day) => other.days.includes(day));
}
