import validator from "validator";
import { findSpans, findWithin } from "./find-spans.ts";
import type { PersonalSpan } from "./kinds.ts";

const AT = String.raw`(?:\s?@\s?|\s?[([]\s?(?:at|@)\s?[)\]]\s?)`;
const DOT = String.raw`(?:\.|\s?[([]\s?(?:dot|punkt|punto|point)\s?[)\]]\s?)`;
const EMAIL = new RegExp(
  String.raw`[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}${AT}[\p{L}\p{N}-]{1,63}(?:${DOT}[\p{L}\p{N}-]{2,63}){1,4}`,
  "giu",
);
const IBAN = /(?<![\p{L}\p{N}])[a-z]{2}[ -]?\d{2}(?:[ .-]?[a-z\d]){11,30}(?![\p{L}\p{N}])/giu;
const CARD = /(?<![\p{L}\d.,-])\d(?:[ -]?\d){12,18}(?![\p{L}\d])/gu;
const SEPARATORS = /[ .-]/g;
const SHORTEST_CARD = 13;

/** Mail addresses, also those written so that no machine should read them. */
export function findEmails(text: string): PersonalSpan[] {
  const isRight = (found: string) => {
    const address = found
      .replace(/\s?[([]\s?(?:at|@)\s?[)\]]\s?/i, "@")
      .replace(/\s?[([]\s?(?:dot|punkt|punto|point)\s?[)\]]\s?/gi, ".");
    return validator.isEmail(address.replace(/\s/g, ""), { allow_utf8_local_part: true });
  };
  return findSpans(text, { kind: "email", pattern: EMAIL, isRight });
}

/** With the country's length and right check digits (ISO 13616). */
export function findIbans(text: string): PersonalSpan[] {
  const isRight = (found: string) => validator.isIBAN(found.replace(SEPARATORS, "").toUpperCase());
  return findWithin(text, { kind: "iban", pattern: IBAN, isRight });
}

/** With an issuer's prefix and a right check digit (Luhn). */
export function findCards(text: string): PersonalSpan[] {
  const isRight = (found: string) => {
    const digits = found.replace(SEPARATORS, "");
    return digits.length >= SHORTEST_CARD && validator.isCreditCard(digits);
  };
  return findWithin(text, { kind: "card", pattern: CARD, isRight });
}
