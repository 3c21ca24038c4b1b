import { word } from "./kind-words.ts";

const DAYS: readonly RegExp[] = [
  "mondays?|montags?|lundi|lunes",
  "tuesdays?|dienstags?|mardi|martes",
  "wednesdays?|mittwochs?|mercredi|miercoles",
  "thursdays?|donnerstags?|jeudi|jueves",
  "fridays?|freitags?|vendredi|viernes",
  "saturdays?|samstags?|sonnabends?|samedi|sabados?",
  "sundays?|sonntags?|dimanche|domingos?",
].map((names) => new RegExp(word(names), "gu"));
const WORKDAYS = word("weekdays?|workdays?|werktags?|wochentags?|jours ouvrables|laborables");
const WEEKEND = word("weekends?|wochenende\\p{L}*|week-?end|fin de semana");
const ANY_DAY = word(
  "daily|every day|each day|any day|all week|always|taglich|jeden tag|tous les jours|todos los dias",
);
const RANGE = /^ ?(?:to|through|until|till|bis|au|a|–|-|—) ?$/u;

/** The days of the week that a folded text names, and those between: 0 is Monday. */
export function readDays(folded: string): ReadonlySet<number> {
  if (ANY_DAY.test(folded)) return new Set(DAYS.keys());
  const named = DAYS.flatMap((name, day) =>
    Array.from(folded.matchAll(name), ({ 0: { length }, index }) => ({
      day,
      start: index,
      end: index + length,
    })),
  ).sort((one, other) => one.start - other.start);
  const days = new Set(named.map(({ day }) => day));
  for (const [at, { day, end }] of named.entries()) {
    const next = named[at + 1];
    if (!next || !RANGE.test(folded.slice(end, next.start))) continue;
    for (let each = day; each !== next.day; each = (each + 1) % DAYS.length) days.add(each);
  }
  if (WORKDAYS.test(folded)) for (const day of [0, 1, 2, 3, 4]) days.add(day);
  if (WEEKEND.test(folded)) for (const day of [5, 6]) days.add(day);
  return days;
}
