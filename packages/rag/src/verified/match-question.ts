import { similarityTo } from "./compare-phrasings.ts";
import { type Disagreement, OPPOSITE } from "./find-disagreement.ts";
import type { BankEntry, PhrasingBank } from "./phrasing-bank.ts";
import { type ComparedPhrasing, type RankedEntry, rankEntries } from "./rank-entries.ts";
import { type Phrasing, readPhrasing } from "./read-phrasing.ts";

/** Why an entry that is like a question does not answer it. */
export type WhyNot =
  | Disagreement
  /** The question asks for something that no phrasing speaks of. */
  | "unknown_words"
  /** What nearly all phrasings ask, the question does not. */
  | "missing_words"
  | "too_different"
  /** Only one way to ask is like the question, and it is not the same. */
  | "one_phrasing"
  /** Another entry is nearly as like it. */
  | "ambiguous";

export interface Proposal {
  entryId: string;
  /** The one that is most like the question. */
  phrasing: string;
  /** How much each holds of the other, from 0 to 1. */
  score: number;
  /** Null: it asks for the same. */
  because: WhyNot | null;
  /** Whether a model may find otherwise. */
  isOpen: boolean;
}

/** Who tells a story asks for more than an entry can hold. */
const LONGEST_QUESTION = 600;
const SAME = 0.96;
const NEARLY_SAME = 0.9;
const SAME_MARGIN = 0.05;
const LEAST_ALIKE = 0.5;
const LEAST_OF_PHRASING = 0.5;
const LEAST_SECOND = 0.2;
const LEAST_KNOWN = 0.95;
const LEAST_MARGIN = 0.35;
/** What is less alike is seldom the same, and asking a model of it costs everybody time. */
const LEAST_PROPOSED = 0.4;
const LEAST_MEANING = 0.6;

/**
 * The verified answers that a question may be asking for, best first; only the first can ask for the
 * same. Similarity proposes; that both ask for all that the other asks, and for nothing else, decides.
 */
export function matchQuestion(bank: PhrasingBank, text: string): Proposal[] {
  if (text.length > LONGEST_QUESTION) return [];
  const question = readPhrasing(text);
  return proposeAll(bank, question, rankEntries(bank, question)).filter(
    ({ score, isOpen }, at) => score >= LEAST_PROPOSED && (at === 0 || isOpen),
  );
}

/** What a model may judge, proposed by words and by meaning; `vector` is the question's, of length 1. */
export function proposeByMeaning(
  bank: PhrasingBank,
  text: string,
  vector: Float32Array,
): Proposal[] {
  if (text.length > LONGEST_QUESTION) return [];
  const question = readPhrasing(text);
  const ranked = rankEntries(bank, question, vector);
  return proposeAll(bank, question, ranked).filter(
    ({ isOpen, score }, at) =>
      isOpen && (score >= LEAST_PROPOSED || ranked[at]!.meaning >= LEAST_MEANING),
  );
}

function proposeAll(
  bank: PhrasingBank,
  question: Phrasing,
  ranked: readonly RankedEntry[],
): Proposal[] {
  return ranked.map((entry, at) =>
    propose(bank, question, { entry, next: ranked[at === 0 ? 1 : 0] }),
  );
}

function propose(
  bank: PhrasingBank,
  question: Phrasing,
  { entry, next }: { entry: RankedEntry; next: RankedEntry | undefined },
): Proposal {
  const agreeing = entry.compared.find(({ disagreement }) => disagreement === null);
  const closest = entry.compared[0]!;
  const shown = agreeing ?? closest;
  const margin = entry.score - (next?.score ?? 0);
  const own = bank.entries.get(entry.entryId)!;
  return {
    entryId: entry.entryId,
    phrasing: shown.phrasing.text,
    score: shown.both,
    because:
      agreeing && !isOpposite(closest)
        ? findDoubt(question, agreeing, { entry, own, margin })
        : closest.disagreement,
    isOpen: !isOpposite(closest),
  };
}

function isOpposite({ disagreement }: ComparedPhrasing): boolean {
  return disagreement !== null && OPPOSITE.has(disagreement);
}

function findDoubt(
  question: Phrasing,
  { both, ofPhrasing, phrasing }: ComparedPhrasing,
  { entry, own, margin }: { entry: RankedEntry; own: BankEntry; margin: number },
): WhyNot | null {
  if (both >= SAME && margin >= SAME_MARGIN) return null;
  if (both >= NEARLY_SAME && margin >= LEAST_MARGIN && asksInSameWords(question, phrasing)) {
    return null;
  }
  if (entry.known < LEAST_KNOWN) return "unknown_words";
  if ([...own.core].some((stem) => similarityTo(stem, question.content) === 0))
    return "missing_words";
  if (both < LEAST_ALIKE || ofPhrasing < LEAST_OF_PHRASING) return "too_different";
  if ((entry.compared[1]?.both ?? 0) < LEAST_SECOND) return "one_phrasing";
  return margin < LEAST_MARGIN ? "ambiguous" : null;
}

/** Only how it is put differs. */
function asksInSameWords(one: Phrasing, other: Phrasing): boolean {
  const [ours, theirs] = [one.asked(), other.asked()];
  return ours.kind === theirs.kind && ours.forms === theirs.forms;
}
