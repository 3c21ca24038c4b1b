import { findNationalIds } from "./find-national-ids.ts";
import { findCards, findEmails, findIbans } from "./find-numbers.ts";
import { findPhones } from "./find-phones.ts";
import type { PersonalKind, PersonalSpan } from "./kinds.ts";
import { readPlain } from "./plain-text.ts";

/** In this order: what one takes is not looked at by those behind it. */
const FINDERS = [findEmails, findIbans, findCards, findNationalIds, findPhones];

const PLACEHOLDERS: Record<PersonalKind, string> = {
  email: "[email]",
  phone: "[phone]",
  iban: "[iban]",
  card: "[card]",
  national_id: "[id number]",
};

export interface Redaction {
  kinds: readonly PersonalKind[];
  /** Never taken for what is to be hidden, however it is spaced: an expert's own address. */
  except: readonly string[];
}

export interface Redacted {
  text: string;
  /** In the original text, in their order; none overlap. */
  found: PersonalSpan[];
}

const HAS_SIGN = /[\d@＠０-９]|[([]\s?at\s?[)\]]/iu;

/** A text with what is personal in it replaced by what it was. Replaced once, it stays as it is. */
export function redact(text: string, redaction: Redaction): Redacted {
  const found = findPersonal(text, redaction);
  let replaced = "";
  let last = 0;
  for (const { kind, start, end } of found) {
    replaced += text.slice(last, start) + PLACEHOLDERS[kind];
    last = end;
  }
  return { text: replaced + text.slice(last), found };
}

function findPersonal(text: string, { kinds, except }: Redaction): PersonalSpan[] {
  if (kinds.length === 0 || !HAS_SIGN.test(text)) return [];
  const plain = readPlain(text);
  const spared = new Set(except.map(bare));
  const taken: PersonalSpan[] = [];
  let left = plain.text;
  for (const finder of FINDERS) {
    for (const span of finder(left)) {
      const { start, end } = span;
      if (left.slice(start, end).includes(MASK)) continue;
      taken.push(span);
      // What was a card is no phone number any more, and nothing else goes on across it.
      left = left.slice(0, start) + MASK.repeat(end - start) + left.slice(end);
    }
  }
  return taken
    .filter(
      ({ kind, start, end }) =>
        kinds.includes(kind) && !spared.has(bare(plain.text.slice(start, end))),
    )
    .map(({ kind, start, end }) => ({ kind, start: plain.at(start), end: plain.at(end) }))
    .toSorted((a, b) => a.start - b.start);
}

const MASK = "\u2588";

function bare(text: string): string {
  return text.toLowerCase().replace(/[\s.()/-]/g, "");
}

/** Where a span of the redacted text stands in the original; one that touches a placeholder takes all that it stands for. */
export function originalSpan(
  found: readonly PersonalSpan[],
  { start, end }: { start: number; end: number },
): { start: number; end: number } {
  return { start: toOriginal(found, start, "start"), end: toOriginal(found, end, "end") };
}

function toOriginal(found: readonly PersonalSpan[], at: number, edge: "start" | "end"): number {
  let shift = 0;
  for (const { kind, start, end } of found) {
    const { length } = PLACEHOLDERS[kind];
    const from = start + shift;
    if (at <= from) break;
    if (at < from + length) return edge === "start" ? start : end;
    shift += length - (end - start);
  }
  return at - shift;
}
