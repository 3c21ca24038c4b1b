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
const LEAST_SHARES: Record<ContradictionKind, readonly [least: number, most: number]> = {
  number: [0.45, 0.7],
  date: [0.45, 0.7],
  negation: [0.6, 0.75],
  name: [0.6, 0.8],
};
const FEWEST_SHARED = 3;
const MOST_OTHER_NAMES = 3;
/** So much alike, they need no name in common to be about the same. */
const SAME_FRAME = 0.85;

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
  const [least, most] = LEAST_SHARES[found.kind];
  const score = Math.min(...aligned.shares);
  return score >= least && Math.max(...aligned.shares) >= most ? { ...found, score } : null;
}

type Differing = Omit<Contradiction, "score">;

function differ(one: Statement, other: Statement, aligned: Alignment): Differing | null {
  const [mine, theirs] = aligned.ownNames;
  // A name more is a detail; another name on either side is another subject.
  if (mine.size > 0 && theirs.size > 0) return differInName(one, other, aligned);
  const month = compareMonths(one.months, other.months);
  if (month) return { kind: "date", differing: month };
  const number = compareNumbers(one.numbers, other.numbers);
  if (number) return { kind: isYear(number.one) ? "date" : "number", differing: number };
  const isDenied = deny(one.claim, other.claim, Math.min(...aligned.shares));
  return isDenied ? { kind: "negation", differing: null } : null;
}

function compareMonths(one: ReadonlySet<string>, other: ReadonlySet<string>): Difference | null {
  const [mine] = [...one].filter((month) => !other.has(month));
  const [theirs] = [...other].filter((month) => !one.has(month));
  return mine && theirs ? { one: mine, other: theirs } : null;
}

/** The same is said of something that both name, or in nearly the same words, with another name in it. */
function differInName(
  one: Statement,
  other: Statement,
  { ownNames: [mine, theirs], shared, shares }: Alignment,
): Differing | null {
  if (mine.size > MOST_OTHER_NAMES || theirs.size > MOST_OTHER_NAMES) return null;
  const isAnchored = [...one.names].some((name) => shared.has(name) && other.names.has(name));
  if (!isAnchored && Math.min(...shares) < SAME_FRAME) return null;
  // Other values as well make it another event.
  if (compareNumbers(one.numbers, other.numbers)) return null;
  const differing = { one: [...mine].join(" "), other: [...theirs].join(" ") };
  return { kind: "name", differing };
}
