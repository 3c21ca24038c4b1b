import { foldText } from "../text/fold-text.ts";
import { stemWord } from "../text/stem-word.ts";
import { rememberReads } from "./remember-reads.ts";

export interface ReadNumber {
  /** Written one way: no grouping, a point for decimals, no leading zeros. */
  value: string;
  /** The currency sign beside it or the word behind it, if any. */
  unit: string | null;
}

const NUMBER =
  /(?<sign>(?<![^\s(])[-−+])?(?<before>\p{Sc}\s?)?(?<![\p{L}\d])(?<digits>\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,:'’]\d+)*)(?:\s?(?<after>\p{Sc}|%)|[\s-]?(?<word>\p{L}+))?/gu;
const GROUPED = /^\d{1,3}(?:[., '’]\d{3})+(?!\d)/;

/** The numbers of a text with what they count, also those written as words of a few languages. */
export const readNumbers = rememberReads((text): readonly ReadNumber[] => {
  const folded = foldText(asciiDigits(text));
  const written = Array.from(folded.matchAll(NUMBER), ({ groups = {} }) => ({
    value:
      (groups.sign === undefined || groups.sign === "+" ? "" : "-") + canonical(groups.digits!),
    unit: (groups.before ?? groups.after)?.trim() ?? (groups.word ? stemWord(groups.word) : null),
  }));
  return [...written, ...readNumberWords(folded)];
});

/** One decimal place is a decimal; groups of three are grouping, whichever sign parts them. */
function canonical(digits: string): string {
  const whole = GROUPED.test(digits)
    ? digits.replace(/[., '’](?=\d{3}(?!\d))/g, "")
    : digits.replace(/,/g, ".");
  return whole
    .replace(/^0+(?=\d)/, "")
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}

function asciiDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(code - zero);
  });
}

// Only words that mean nothing else in the languages beside them.
const NUMBER_WORDS = new Map(
  Object.entries({
    2: "two zwei deux twice zweimal",
    3: "three drei trois tres tre thrice dreimal",
    4: "four vier quatre cuatro quattro viermal",
    5: "five funf cinq cinco cinque",
    6: "six sechs seis",
    7: "seven sieben siete sette",
    8: "eight acht huit ocho otto",
    9: "nine neun neuf nueve",
    10: "ten zehn dix diez dieci",
    11: "eleven onze undici",
    12: "twelve zwolf douze doce dodici dozen dutzend douzaine docena",
    13: "thirteen dreizehn treize trece tredici",
    14: "fourteen vierzehn quatorze catorce quattordici",
    15: "fifteen funfzehn quinze quindici",
    16: "sixteen sechzehn seize dieciseis sedici",
    17: "seventeen siebzehn diecisiete diciassette",
    18: "eighteen achtzehn dieciocho diciotto",
    19: "nineteen neunzehn diecinueve diciannove",
    20: "twenty zwanzig vingt veinte venti",
    30: "thirty dreissig trente treinta trenta",
    40: "forty vierzig quarante cuarenta",
    50: "fifty funfzig cinquante cincuenta cinquanta",
    60: "sixty sechzig soixante sesenta",
    70: "seventy siebzig setenta",
    80: "eighty achtzig ochenta",
    90: "ninety neunzig noventa",
    100: "hundred hundert cent cien cento",
    1000: "thousand tausend mille mil",
  }).flatMap(([value, names]) => names.split(" ").map((name) => [name, value] as const)),
);
const WORD_WITH_NEXT = /\p{L}+(?=(?:[\s-]+(?<next>\p{L}+))?)/gu;

function readNumberWords(folded: string): ReadNumber[] {
  return Array.from(folded.matchAll(WORD_WITH_NEXT)).flatMap(({ 0: word, groups }) => {
    const value = NUMBER_WORDS.get(word);
    const unit = groups?.next ? stemWord(groups.next) : null;
    return value === undefined ? [] : [{ value, unit }];
  });
}
