import { type ClaimWord, functionWordsOf, readWords } from "../read-claim.ts";
import { isSameDate, readDates } from "../read-dates.ts";
import type { ReadNumber } from "../read-numbers.ts";
import { readQuantities } from "../read-quantities.ts";
import { speakDifferently } from "../speak-differently.ts";

/** Of every language, so that none is another's name. */
const SIGN = /^(?:%|\p{Sc}|percentpoint|[kmcdµμ]?[glm]|mcg|[kmgt]b|[km]?wh?|v|°?[cf])$/u;

/**
 * Whether each number of a claim stands in its quotes and counts there what it counts here: 14 days
 * are not 14 weeks. A number of the question's own may be said beside one of the quotes' of its kind, not in their place.
 */
export function numbersAgree(
  claim: string,
  { quotes, question }: { quotes: string; question: string },
): boolean {
  const { dates } = readDates(quotes);
  const said = readDates(claim);
  const isKnownDay = said.dates.every((date) => dates.some((other) => isSameDate(date, other)));
  if (dates.length > 0 && !isKnownDay) return false;
  const numbers = readQuantities(dates.length > 0 ? said.rest : claim);
  if (numbers.length === 0) return true;
  const [told, asked] = [readQuantities(quotes), readQuantities(question)];
  const words = readWords(claim);
  const knownWords = readWords(`${quotes} ${question}`);
  // What is counted has another name in another language.
  const isForeign = speakDifferently(words, readWords(quotes));
  const among = (known: readonly ReadNumber[]) => (number: ReadNumber) =>
    isCountedAlike(number, { known, words, knownWords, isForeign });
  const rest = numbers.filter((number) => !among(told)(number));
  if (!rest.every(among(asked))) return false;
  const values = readQuantities(claim).map(({ value }) => value);
  return rest.every(({ unit }) => {
    const alike = told.filter((other) => other.unit === unit);
    return alike.length === 0 || alike.some(({ value }) => values.includes(value));
  });
}

function isCountedAlike(
  { value, unit }: ReadNumber,
  {
    known,
    words,
    knownWords,
    isForeign,
  }: {
    known: readonly ReadNumber[];
    words: readonly ClaimWord[];
    knownWords: readonly ClaimWord[];
    isForeign: boolean;
  },
): boolean {
  const same = known.filter((other) => other.value === value);
  if (same.length === 0) return false;
  if (
    unit === null ||
    functionWordsOf(words).has(unit) ||
    same.some((other) => other.unit === unit)
  )
    return true;
  const isOtherSign =
    SIGN.test(unit) && same.every((other) => other.unit !== null && SIGN.test(other.unit));
  if (isOtherSign) return false;
  if (isForeign || hasStem(knownWords, unit)) return true;
  return same.some((other) => other.unit === null || hasStem(words, other.unit));
}

function hasStem(words: readonly ClaimWord[], stem: string): boolean {
  return words.some((word) => word.stem === stem);
}
