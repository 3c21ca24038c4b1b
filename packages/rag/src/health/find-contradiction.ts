import type { TermIdf } from "../retrieve/measure-idf.ts";
import { type Alignment, alignStatements } from "./align-statements.ts";
import { compareNumbers, type Difference, isYear } from "./compare-numbers.ts";
import { deny } from "./deny.ts";
import type { Statement } from "./read-statements.ts";

export type ContradictionKind = "number" | "date" | "negation" | "name";

export interface Contradiction {
  kind: ContradictionKind;
  /** The values or stems in which they differ; none of a negation. */
  differing: Difference | null;
  /** How much they are about the same, from 0 to 1. */
  score: number;
}

/** Of what each is about, the share that both must be: at least of the one, and of the other. */
type Shares = readonly [least: number, most: number];

const FIGURES: Shares = [0.45, 0.7];
const DENIED: Shares = [0.6, 0.75];
/** Of names and labels, which may as well be what it is about; and of what is no sentence. */
const NEARLY_ALL: Shares = [0.75, 0.95];

const FEWEST_SHARED = 3;
const MOST_OTHER_NAMES = 3;

/** What two statements about the same say otherwise; null where they agree or are about other things. */
export function findContradiction(
  one: Statement,
  other: Statement,
  idf: TermIdf,
): Contradiction | null {
  const aligned = alignStatements(one, other, idf);
  if (aligned.shared.size < FEWEST_SHARED) return null;
  const found = differ(one, other, aligned);
  if (!found) return null;
  const { kind, differing, alike } = found;
  const [least, most] = alike;
  const score = Math.min(...aligned.shares);
  return score >= least && Math.max(...aligned.shares) >= most ? { kind, differing, score } : null;
}

interface Differing extends Omit<Contradiction, "score"> {
  /** How much the rest must be the same for the two to be about the same. */
  alike: Shares;
}

function differ(one: Statement, other: Statement, aligned: Alignment): Differing | null {
  const isSaid = one.isSentence && other.isSentence;
  const [mine, theirs] = aligned.ownNames;
  // A name more is a detail; another name on either side is another subject.
  if (mine.size > 0 && theirs.size > 0) return isSaid ? differInName(one, other, aligned) : null;
  const month = compareMonths(one.months, other.months);
  if (month) return { kind: "date", differing: month, alike: isSaid ? FIGURES : NEARLY_ALL };
  const number = compareNumbers(one.numbers, other.numbers);
  if (number) {
    const { unit, isLabel, ...differing } = number;
    if (!isSaid && (isLabel || unit === null)) return null;
    const alike = isSaid && !isLabel ? FIGURES : NEARLY_ALL;
    return { kind: isYear(differing.one) ? "date" : "number", differing, alike };
  }
  if (!isSaid || !deny(one.claim, other.claim, Math.min(...aligned.shares))) return null;
  return { kind: "negation", differing: null, alike: DENIED };
}

function compareMonths(one: ReadonlySet<string>, other: ReadonlySet<string>): Difference | null {
  const [mine] = [...one].filter((month) => !other.has(month));
  const [theirs] = [...other].filter((month) => !one.has(month));
  return mine && theirs ? { one: mine, other: theirs } : null;
}

/** The same sentence about the same, with another name at its end: one at its head is another subject. */
function differInName(
  one: Statement,
  other: Statement,
  { ownNames: [mine, theirs], shared }: Alignment,
): Differing | null {
  if (mine.size > MOST_OTHER_NAMES || theirs.size > MOST_OTHER_NAMES) return null;
  if (!startsShared(one, mine, shared) || !startsShared(other, theirs, shared)) return null;
  // Other values as well make it another event.
  if (compareNumbers(one.numbers, other.numbers)) return null;
  // "HRLinks" is "HR Links".
  if ([...mine].join("") === [...theirs].join("")) return null;
  const differing = { one: [...mine].join(" "), other: [...theirs].join(" ") };
  return { kind: "name", differing, alike: NEARLY_ALL };
}

/** Whether enough that both say comes before the first name that is only this one's. */
function startsShared(
  { content }: Statement,
  own: ReadonlySet<string>,
  shared: ReadonlySet<string>,
): boolean {
  const stems = [...content];
  const before = stems.slice(
    0,
    stems.findIndex((stem) => own.has(stem)),
  );
  return before.filter((stem) => shared.has(stem)).length >= FEWEST_SHARED;
}
