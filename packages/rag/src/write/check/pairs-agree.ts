import { contentWords, readWords } from "../read-claim.ts";
import { readNumbers } from "../read-numbers.ts";
import { spellOut } from "../read-quantities.ts";
import { daysIn } from "./alternatives-agree.ts";

const SEGMENT =
  /[,;](?!\d)|(?<!\p{L})(?:and|or|but|und|oder|aber|et|ou|mais|y|o|pero|e|ma)(?!\p{L})/giu;
const SECTION_NUMBER = /^\s*\d+(?:\.\d+)+\s+(?=\p{Lu})/u;
/** Beside a number, on the side where its neighbours are named. */
const LABEL_WORDS = 2;
const LIGHT = new Set(
  "the a an is are was were it they you we der die das ist sind ein eine es sie le la les est sont un une il elle el los las es son".split(
    " ",
  ),
);

interface Segment {
  words: readonly string[];
  values: readonly string[];
  /** Words before its first number, and behind it. */
  before: readonly string[];
  behind: readonly string[];
  /** All words before its first number. */
  lead: readonly string[];
  /** The word behind its first number, and what that counts. */
  follows: string | undefined;
}

/**
 * Whether the numbers of a claim, or the days where there are none, stand with their own words: "60 euros
 * for adults" does not rest on "120 euros for adults, 60 euros for students".
 */
export function pairsAgree(claim: string, statement: string): boolean {
  const spelt = spellOut(statement.replace(SECTION_NUMBER, ""));
  const valuesIn = readNumbers(spelt).length > 0 ? numbersIn : daysIn;
  const read = (text: string) => readSegment(text, valuesIn);
  const segments = spelt.split(SEGMENT).map(read);
  const first = segments.find(({ values }) => values.length > 0);
  const said = read(spellOut(claim));
  const isSaid = (value: string) => said.values.includes(value);
  return segments.every((own) => {
    if (!own.values.some(isSaid)) return true;
    return segments.every((other) => {
      if (other === own || other.values.length === 0 || other.values.some(isSaid)) return true;
      const named = other === first ? labelOf(other, own) : other.words;
      const isElsewhere = (word: string) =>
        segments.some((each) => each !== other && each.words.includes(word));
      return !named.some((word) => said.words.includes(word) && !isElsewhere(word));
    });
  });
}

/** The first also says what all of them are about, unless it is built as the other is. */
function labelOf(first: Segment, own: Segment): readonly string[] {
  if (own.before.length === 0) {
    return first.follows === own.follows ? first.behind.slice(0, LABEL_WORDS) : [];
  }
  const isParallel = first.lead.some((word) => own.lead.includes(word) && !LIGHT.has(word));
  return isParallel ? first.before.slice(-LABEL_WORDS) : [];
}

function numbersIn(text: string): string[] {
  return readNumbers(text).map(({ value }) => value);
}

function readSegment(text: string, valuesIn: (text: string) => string[]): Segment {
  const at = text.search(/\p{Sc}?\d/u);
  const wordsOf = (part: string) =>
    contentWords(readWords(part)).flatMap(({ stem }) => (/\p{L}/u.test(stem) ? [stem] : []));
  return {
    words: wordsOf(text),
    values: valuesIn(text),
    before: at < 0 ? [] : wordsOf(text.slice(0, at)),
    follows: /^\P{L}*(\p{L}+)/u.exec(text.slice(Math.max(0, at)))?.[1],
    lead: at < 0 ? [] : readWords(text.slice(0, at)).map(({ word }) => word),
    behind: at < 0 ? [] : wordsOf(text.slice(at)),
  };
}
