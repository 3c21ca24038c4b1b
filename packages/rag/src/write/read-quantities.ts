import { foldText } from "../text/fold-text.ts";
import { type ReadNumber, readNumbers } from "./read-numbers.ts";
import { rememberReads } from "./remember-reads.ts";

const MAGNITUDE =
  /(?<money>\p{Sc}\s?)?(?<![\p{L}\d.,])(?<digits>\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d+)?)\s?(?<word>thousand|tausend|mille|mil|k|millions?|millionen|millones|milioni|mio|mn|m|billions?|milliarden?|milliards?|miliardi|mrd|bn|b|trillions?|billionen)(?![\p{L}\d])\.?/giu;
const FACTORS: readonly [RegExp, number][] = [
  [/^(?:thousand|tausend|mille|mil|k)$/, 1e3],
  [/^(?:mill?i?on.*|millones|mio|mn|m)$/, 1e6],
  [/^(?:billions?|milliard.*|miliardi|mrd|bn|b)$/, 1e9],
  [/^(?:trillions?|billionen)$/, 1e12],
];
/** "5 m" is a length, "€5 m" is millions. */
const ONLY_OF_MONEY = /^[kmb]$/;
const UNITS: readonly [RegExp, string][] = [
  [
    /(?<=\d\s?)(?:percentage points?|prozentpunkten?|points? de pourcentage|puntos? porcentuales?|pp)(?!\p{L})/giu,
    "percentpoint",
  ],
  [/(?<=\d\s?)(?:percent|per cent|prozent|pour cent|por ciento|per cento)(?!\p{L})/giu, "%"],
  [/(?<=\d\s?)(?:euros?|eur)(?!\p{L})/giu, "€"],
  [/(?<=\d\s?)(?:(?:us )?dollars?|usd)(?!\p{L})/giu, "$"],
  [/(?<=\d\s?)kilomet(?:er|re|ro)s?(?!\p{L})/giu, "km"],
  [/(?<=\d\s?)centimet(?:er|re|ro)s?(?!\p{L})/giu, "cm"],
  [/(?<=\d\s?)met(?:er|re|ro)s?(?!\p{L})/giu, "m"],
  [/(?<=\d\s?)milligram(?:m|me|mo)?s?(?!\p{L})/giu, "mg"],
  [/(?<=\d\s?)kilo(?:gram(?:m|me|mo)?)?s?(?!\p{L})/giu, "kg"],
  [/(?<=\d\s?)gram(?:m|me|mo)?s?(?!\p{L})/giu, "g"],
  [/(?<=\d\s?)lit(?:er|re|ro)s?(?!\p{L})/giu, "l"],
  [/(?<=\d\s?)(?:pounds?|gbp)(?!\p{L})/giu, "£"],
];

/** The numbers of a text as `readNumbers`, in full ("1.5 million" is 1500000) and by one name for a unit. */
export function readQuantities(text: string): readonly ReadNumber[] {
  return readNumbers(spellOut(text));
}

/** Of a text, folded, numbers in full and signs for what money and shares are counted in. */
export const spellOut = rememberReads((text): string => {
  const full = foldText(text).replace(MAGNITUDE, (all, ...rest) => {
    const { money = "", digits, word } = rest.at(-1) as Record<string, string | undefined>;
    if (!digits || !word || (ONLY_OF_MONEY.test(word) && money === "")) return all;
    const factor = FACTORS.find(([names]) => names.test(word))![1];
    return `${money}${inFull(digits, factor)}`;
  });
  return UNITS.reduce((spelt, [names, sign]) => spelt.replace(names, sign), full);
});

function inFull(digits: string, factor: number): string {
  const isGrouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(digits);
  const value = Number(isGrouped ? digits.replace(/[.,]/g, "") : digits.replace(",", "."));
  return String(Math.round(value * factor));
}
