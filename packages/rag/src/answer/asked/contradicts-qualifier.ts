import { foldText } from "../../text/fold-text.ts";
import { readNumbers } from "../../write/read-numbers.ts";
import type { AskedKind } from "./asked-kind.ts";
import { word } from "./kind-words.ts";
import { readDays } from "./read-days.ts";

/** Words of which one rules out the others, folded, of a few languages. */
const PERIODS = [
  "hourly|(?:per|an|each|every) hour|pro stunde|par heure|por hora",
  "daily|(?:per|a|each|every) day|taglich|(?:pro|am) tag|par jour|al dia|por dia",
  "nightly|(?:per|a|each|every) night|pro nacht|par nuit|por noche",
  "weekly|(?:per|a|each|every) week|wochentlich|(?:pro|in der) woche|par semaine|por semana",
  "monthly|(?:per|a|each|every) month|monatlich|(?:pro|im) monat|par mois|al mes|por mes",
  "annual|annually|yearly|(?:per|a|each|every|one) year|jahrlich|(?:pro|im) jahr|par an|al ano",
].map(word);
const SEASONS = [
  "winter|hiver|invierno|inverno",
  "summer|sommer|ete|verano",
  "spring|fruhling|fruhjahr|printemps|primavera",
  "autumn|herbst|automne|otono|autunno",
].map(word);
const AGES = [
  "adults?|grown-?ups?|erwachsene\\p{L}*|adultes?|adult[oa]s?",
  "child|children|kids?|under (?:\\p{N}+|\\p{L}+)|kinder\\p{L}*|enfants?|nin[oa]s?",
  "students?|pupils?|student\\p{L}*|schuler\\p{L}*|etudiante?s?|estudiantes?",
  "seniors?|pensioners?|retired|senioren|rentner\\p{L}*|retraites?|jubilad[oa]s?",
].map(word);

/** Shorter units are "to", "bis", "of". */
const LEAST_UNIT = 4;
const LEAST_YEAR = 1000;
/** Part of a name, as in "the Seven Years War". */
const CAPITALIZED = /(?<=\S )\p{Lu}\S*/gu;
/** "Is it open on Sunday?" is answered by the days that it is open on. */
const ASKS_WHETHER =
  /^\W*(?:is|are|do|does|can|could|may|will|ist|sind|hat|haben|kann|konnen|darf|durfen)(?!\p{L})/u;

interface Asked {
  text: string;
  askedKind: AskedKind | null;
}

/**
 * Whether a text tells of another of what a question is limited to and not of that: the price of a month
 * where that of a year is asked, ten sessions where twenty are. A price for students must name them.
 */
export function contradictsQualifier({ text, askedKind }: Asked, told: string): boolean {
  const [asked, folded] = [foldText(text), foldText(told)];
  if (isOfSibling(asked, folded, PERIODS) || isOfSibling(asked, folded, SEASONS)) return true;
  if (ASKS_WHETHER.test(asked)) return false;
  const isOfAmount = askedKind === "price" || askedKind === "figure";
  if (isOfSibling(asked, folded, AGES) || (isOfAmount && lacks(asked, folded, AGES))) return true;
  const [own, days] = [readDays(asked), readDays(folded)];
  const isOfOtherDay = own.size > 0 && days.size > 0 && ![...own].some((day) => days.has(day));
  return isOfOtherDay || countsOtherwise(text, told);
}

/** Whether a question is limited to one of several siblings, to a day or to a number of things. */
export function hasQualifier(question: string): boolean {
  const asked = foldText(question);
  return (
    [...PERIODS, ...SEASONS, ...AGES].some((each) => each.test(asked)) ||
    readDays(asked).size > 0 ||
    countedIn(question).length > 0
  );
}

function isOfSibling(asked: string, told: string, siblings: readonly RegExp[]): boolean {
  return lacks(asked, told, siblings) && siblings.some((each) => each.test(told));
}

function lacks(asked: string, told: string, siblings: readonly RegExp[]): boolean {
  const own = siblings.filter((each) => each.test(asked));
  return own.length > 0 && !own.some((each) => each.test(told));
}

function countsOtherwise(question: string, text: string): boolean {
  const told = readNumbers(text);
  return countedIn(question).some(({ value, unit }) => {
    const alike = told.filter((each) => each.unit === unit);
    return alike.length > 0 && told.every((each) => each.value !== value);
  });
}

/** The things that a question counts: "a package of twenty sessions". */
function countedIn(question: string) {
  return readNumbers(question.replace(CAPITALIZED, "")).filter(
    ({ value, unit }) => unit !== null && unit.length >= LEAST_UNIT && Number(value) < LEAST_YEAR,
  );
}
