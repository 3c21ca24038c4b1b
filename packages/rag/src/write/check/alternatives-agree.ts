import { MONTH_NAMES } from "../../text/month-names.ts";
import { type ClaimWord, readWords } from "../read-claim.ts";

/** Things of one kind, of which one is not another; `/` joins words for the same. A kind a line, folded. */
const LISTED = `
dawn/sunrise morning noon/midday afternoon dusk/sunset evening night/nights midnight
monday/mondays tuesday/tuesdays wednesday/wednesdays thursday/thursdays friday/fridays saturday/saturdays sunday/sundays
spring summer autumn winter
north/northern south/southern east/eastern west/western
red green blue yellow black white brown grey/gray purple/violet pink orange
hourly/hour/hours daily/day/days weekly/week/weeks monthly/month/months quarterly/quarter/quarters yearly/annual/annually/year/years
once twice/two thrice/three
weekday/weekdays weekend/weekends
stunde/stunden/stundlich tag/tage/tagen/taglich woche/wochen/wochentlich monat/monate/monaten/monatlich jahr/jahre/jahren/jahrlich
einmal zweimal dreimal viermal
heure/heures jour/jours semaine/semaines mois annee/annees/ans
hora/horas dia/dias semana/semanas mes/meses ano/anos
montag/montags dienstag/dienstags mittwoch/mittwochs donnerstag/donnerstags freitag/freitags samstag/samstags/sonnabend sonntag/sonntags
fruhling/fruhjahr sommer herbst
lundi mardi mercredi jeudi vendredi samedi dimanche
lunes martes miercoles jueves viernes sabado domingo
`
  .trim()
  .split("\n")
  .map((line) => {
    const things = line.split(" ").map((thing) => thing.split("/"));
    return new Map(things.flatMap((names) => names.map((name) => [name, names[0]!])));
  });

/** May is a permission more often than a month. */
const MONTHS = new Map(
  MONTH_NAMES.flatMap((names) =>
    names.filter((name) => name !== "may").map((name) => [name, names[0]!] as const),
  ),
);
const ALTERNATIVES: readonly ReadonlyMap<string, string>[] = [...LISTED, MONTHS];

const FIRST_OF_WEEK = "monday montag lundi lunes".split(" ");
const DAYS = [MONTHS, ...LISTED.filter((kind) => FIRST_OF_WEEK.some((name) => kind.has(name)))];

/** By each name the kinds it is of, as indices of `ALTERNATIVES`, with the thing it names. */
const NAMED = new Map<string, (readonly [kind: number, thing: string])[]>();
for (const [index, kind] of ALTERNATIVES.entries()) {
  for (const [name, thing] of kind) NAMED.set(name, [...(NAMED.get(name) ?? []), [index, thing]]);
}

/** The days of the week and the months that a text names, by one name for each. */
export function daysIn(text: string): string[] {
  return readWords(text).flatMap(({ word }) => DAYS.flatMap((kind) => kind.get(word) ?? []));
}

/** "At noon" does not rest on "at night": each names one of a kind, and neither the other's. */
export function alternativesAgree(claim: string, clause: string): boolean {
  const [ours, theirs] = [thingsByKind(readWords(claim)), thingsByKind(readWords(clause))];
  return [...ours].every(([kind, one]) => {
    const other = theirs.get(kind);
    return !other || isWithin(one, other) || isWithin(other, one);
  });
}

function thingsByKind(words: readonly ClaimWord[]): Map<number, Set<string>> {
  const named = new Map<number, Set<string>>();
  for (const { word } of words) {
    for (const [kind, thing] of NAMED.get(word) ?? []) {
      named.set(kind, (named.get(kind) ?? new Set()).add(thing));
    }
  }
  return named;
}

function isWithin(things: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...things].every((thing) => others.has(thing));
}
