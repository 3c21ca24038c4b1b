import validator from "validator";
import { findSpans } from "./find-spans.ts";
import type { PersonalSpan } from "./kinds.ts";

interface IdForm {
  pattern: RegExp;
  /** Its check digits, where it has some. */
  isRight: (bare: string) => boolean;
  /** Its digits alone are those of too many other things. */
  needsLabel?: boolean;
}

const LABEL =
  /(?:\b(?:ssn|social security|national id|id(?:entity)? (?:number|no|card)|tax (?:id|number)|steuer-?id\w*|steuerliche identifikationsnummer|idnr|pesel|bsn|burgerservicenummer|cpf|personnummer|aadhaar|passport|nir|insee|s[ée]curit[ée] sociale|codice fiscale|dni|nie)\b)[^\n\d]{0,24}$/iu;

const LABEL_REACH = 60;

/** Where the form or the check digits leave little doubt; of the rest, those behind a word that says what they are. */
const FORMS: readonly IdForm[] = [
  // United States: no area 000, 666 or 9xx, no group 00, no serial 0000
  {
    pattern: /(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/gu,
    isRight: () => true,
  },
  // United Kingdom, National Insurance
  {
    pattern:
      /(?<![\p{L}\d])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\d])/giu,
    isRight: (bare) => !/^(?:BG|GB|KN|NK|NT|TN|ZZ)/i.test(bare),
  },
  // Spain: DNI and NIE
  { pattern: /(?<![\p{L}\d])[XYZ\d]\d{7}[ -]?[A-Z](?![\p{L}\d])/giu, isRight: taxId("es-ES") },
  // Italy: codice fiscale
  {
    pattern: /(?<![\p{L}\d])[A-Z]{6}\d{2}[A-EHLMPR-T]\d{2}[A-Z]\d{3}[A-Z](?![\p{L}\d])/giu,
    isRight: taxId("it-IT"),
  },
  // Brazil: CPF as it is written
  { pattern: /(?<!\d)\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)/gu, isRight: taxId("pt-BR") },
  // Switzerland: AHV, an EAN-13
  { pattern: /(?<!\d)756\.?\d{4}\.?\d{4}\.?\d{2}(?!\d)/gu, isRight: validator.isEAN },
  // Sweden: personnummer with its sign
  {
    pattern:
      /(?<!\d)(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+]\d{4}(?!\d)/gu,
    isRight: isLuhn,
  },
  // France: NIR, mod 97
  {
    pattern: /(?<!\d)[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?\d[\dAB] ?\d{3} ?\d{3} ?\d{2}(?!\d)/gu,
    isRight: isNir,
  },
  // Germany, Poland, the Netherlands, India and others: digits alone
  {
    pattern: /(?<![\p{L}\d])\d(?:[ -]?\d){8,11}(?![\p{L}\d])/gu,
    isRight: (bare) => BARE.some((check) => check(bare)),
    needsLabel: true,
  },
];

const BARE: readonly ((bare: string) => boolean)[] = [
  ...(["de-DE", "pl-PL", "nl-NL", "pt-BR", "en-US"] as const).map(taxId),
  ...(["PL", "IN"] as const).map((locale) => (bare: string) => isIdentityCard(bare, locale)),
  // A social security number without its dashes
  (bare) => /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(bare),
];

export function findNationalIds(text: string): PersonalSpan[] {
  const isNamed = (start: number) =>
    LABEL.test(text.slice(Math.max(0, start - LABEL_REACH), start));
  return FORMS.flatMap(({ pattern, isRight, needsLabel }) =>
    findSpans(text, {
      kind: "national_id",
      pattern,
      isRight: (found, start) =>
        (!needsLabel || isNamed(start)) && isRight(found.replace(/[ .+-]/g, "")),
    }),
  );
}

function taxId(locale: string): (bare: string) => boolean {
  return (bare) => validator.isTaxID(bare.toUpperCase(), locale);
}

function isIdentityCard(bare: string, locale: validator.IdentityCardLocale): boolean {
  return validator.isIdentityCard(bare, locale);
}

/** The check digit is of the last ten. */
function isLuhn(bare: string): boolean {
  return validator.isLuhnNumber(bare.slice(-10));
}

function isNir(bare: string): boolean {
  const digits = bare.replace("2A", "19").replace("2B", "18");
  const number = BigInt(digits.slice(0, 13));
  return 97n - (number % 97n) === BigInt(digits.slice(13));
}
