import { CELL_EDGE } from "../../parse/table-row.ts";
import { foldText } from "../../text/fold-text.ts";
import { readNumbers } from "../../write/read-numbers.ts";
import type { AskedKind } from "./asked-kind.ts";
import {
  AMOUNT,
  COMPARES,
  CURRENCIES,
  LASTS,
  MEASURES,
  MONEY,
  NO_NAME,
  PLACES,
  PRICE,
  REASONS,
  REPEATS,
  ROLES,
  TIMES,
  word,
} from "./kind-words.ts";

/** Figures that count nothing: money, hours of the day, dates and years. */
const NO_COUNT = new RegExp(
  [
    "\\p{Sc}\\s?\\p{N}[\\p{N}.,]*",
    `\\p{N}[\\p{N}.,]*\\s?(?:\\p{Sc}|(?:${CURRENCIES})(?!\\p{L}))`,
    "\\p{N}{1,2}[:.]\\p{N}{2}(?!\\p{N})",
    "\\p{N}{1,2} ?(?:a\\.?m\\.?|p\\.?m\\.?|uhr)(?!\\p{L})",
    "(?<=(?<!\\p{L})(?:in|since|until|im jahre?|seit|desde|depuis) )(?:1[5-9]|20)\\p{N}{2}(?!\\p{N})",
    "(?<!\\p{L})(?:one of|no longer|at all|after all|most of all|all over)(?!\\p{L})",
  ].join("|"),
  "gu",
);
const NAME =
  /(?<=[\p{L}\p{N},;:)"”’]\s["“‘(]?)\p{Lu}\p{L}+|^\P{L}*\p{Lu}\p{L}+ (?:\p{L}\. )?\p{Lu}\p{L}+/gu;
const NAME_AMONG_NOUNS =
  /(?<!\p{L})(?!(?:D(?:er|ie|as|en|em|es)|[KM]?[Ee]ine?[nrms]?|I[mn]|A[mn]|Zu[mr]?|Bei|Beim|Für|Mit|Auf|Aus|Nach|Vo[nmr]|Seit|Jede[nrms]?|Unsere?[nrms]?|Ihre?[nrms]?|Alle|Diese?[nrms]?)(?!\p{L}))\p{Lu}\p{L}+ \p{Lu}[\p{L}-]+|(?<!\p{L})von (?:de[nrm] )?\p{Lu}/gu;
const GERMAN = word("der|die|das|und|ist|wird|wurde|nicht|eine?[nrms]?");
const BY_SOMEBODY = /(?<!\p{L})by (?!\p{N})(?!\p{L}+ing(?!\p{L}))\p{L}+/u;
const EMAIL = /[^\s@]@[^\s@]+\.\p{L}/u;
const PHONE =
  /(?<![\p{L}\p{N}.,-])(?:\+|00)?\(?\p{N}(?:[\s()/.-]{0,3}\p{N}){5,}(?![\p{L}\p{N}])|(?:call|dial|phone|tel|telefon)\P{N}{0,12}\p{N}{3,}/iu;
const WEBSITE =
  /https?:|www\.|(?<![\p{L}\p{N}@.-])\p{L}[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{Ll}{2,}(?![\p{L}@])|(?:^|\s)\/\p{L}/u;

type Tells = (folded: string, text: string) => boolean;

const TELLS: Readonly<Record<AskedKind, Tells>> = {
  email: (_, text) => EMAIL.test(text),
  phone: (_, text) => PHONE.test(text),
  website: (_, text) => WEBSITE.test(text),
  price: (folded, text) =>
    MONEY.test(folded) || (hasFigure(text) && (text.includes(CELL_EDGE) || PRICE.test(folded))),
  count: (folded) => tellsNumber(folded.replace(NO_COUNT, " ")),
  extent: (folded) => LASTS.test(folded) || MEASURES.test(folded) || hasTwoYears(folded),
  frequency: (folded) => REPEATS.test(folded),
  size: (folded) => MEASURES.test(folded) || LASTS.test(folded),
  figure: tellsNumber,
  comparison: (folded) => COMPARES.test(folded),
  person: (folded, text) =>
    ROLES.test(folded) || BY_SOMEBODY.test(folded) || tellsName(folded, text),
  name: tellsName,
  place: (folded) => PLACES.test(folded),
  year: (folded) => /(?<!\p{N})(?:1\p{N}{3}|20\p{N}{2}|\p{N}{3})(?!\p{N})/u.test(folded),
  time: (folded) => TIMES.test(folded) || hasFigure(folded) || readNumbers(folded).length > 0,
  reason: (folded) => REASONS.test(folded),
};

const BY_FORM = ["email", "phone", "website"] as const;

/** What is told by its form alone, in any language. */
export function isToldByForm(kind: AskedKind | null): kind is (typeof BY_FORM)[number] {
  return BY_FORM.some((each) => each === kind);
}

/** Whether a text tells a thing of the kind that is asked; true where its script is not known here. */
export function tellsKind(text: string, kind: AskedKind): boolean {
  const isKnown = isToldByForm(kind) || /\p{sc=Latin}/u.test(text);
  return !isKnown || TELLS[kind](foldText(text), text);
}

/** German writes every noun with a capital, so that only two in a row are a name. */
function tellsName(folded: string, text: string): boolean {
  const names = text.match(GERMAN.test(folded) ? NAME_AMONG_NOUNS : NAME) ?? [];
  return names.some((name) => !NO_NAME.test(foldText(name)));
}

function tellsNumber(folded: string): boolean {
  return hasFigure(folded) || AMOUNT.test(folded) || readNumbers(folded).length > 0;
}

function hasFigure(text: string): boolean {
  return /\p{N}/u.test(text);
}

function hasTwoYears(folded: string): boolean {
  return (folded.match(/(?<!\p{N})\p{N}{4}(?!\p{N})/gu)?.length ?? 0) > 1;
}
