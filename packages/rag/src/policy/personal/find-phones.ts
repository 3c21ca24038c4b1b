import { type CountryCode, isValidPhoneNumber } from "libphonenumber-js/min";
import { findSpans } from "./find-spans.ts";
import type { PersonalSpan } from "./kinds.ts";

const PHONE = /(?<![\p{L}\d.,/+-])(?:\+|00|\(?0|\(?[2-9])(?:[ ./()-]{0,2}\d){6,14}(?![\p{L}\d])/gu;
const GROUPED = /\d[ ./()-]+\d/;
const LABELLED =
  /(?:\b(?:tel|telephone|phone|call|fax|mobile|cell|text|whatsapp|telefon|handy|mobil|rufen|t[ée]l[ée]phone|portable|tel[ée]fono|m[óo]vil|cellulare|telefone|telefoon|bel)\b)[^\n\d]{0,20}$/iu;
const DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})/;
/** Ten digits in four groups, the last of them one. */
const ISBN = /^0-\d+-\d+-\d$/;
const NORTH_AMERICAN = /^\(?[2-9]\d{2}\)?[ .-]{1,2}[2-9]\d{2}[ .-]\d{4}$/;
const SHORTEST_NATIONAL = 9;
const LABEL_REACH = 40;
/** Where a number that begins with a zero may be from. */
const COUNTRIES: readonly CountryCode[] = [
  "DE",
  "GB",
  "FR",
  "AT",
  "CH",
  "NL",
  "BE",
  "SE",
  "IT",
  "AU",
];

/** International numbers that are given out; national ones that are written like one, or behind a word that says so. */
export function findPhones(text: string): PersonalSpan[] {
  const isRight = (found: string, start: number) => {
    if (DATE.test(found) || ISBN.test(found)) return false;
    const international = found.replace(/^00/, "+");
    if (international.startsWith("+")) return isValidPhoneNumber(international.replace("(0)", ""));
    if (NORTH_AMERICAN.test(found)) return isValidPhoneNumber(found, "US");
    const isLabelled = LABELLED.test(text.slice(Math.max(0, start - LABEL_REACH), start));
    const digits = found.replace(/\D/g, "");
    if (!digits.startsWith("0")) return isLabelled && isValidPhoneNumber(found, "US");
    if (digits.length < SHORTEST_NATIONAL || !(GROUPED.test(found) || isLabelled)) return false;
    return COUNTRIES.some((country) => isValidPhoneNumber(found, country));
  };
  return findSpans(text, { kind: "phone", pattern: PHONE, isRight });
}
