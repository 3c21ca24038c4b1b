import { type Coverage, comparePhrasings, similarityTo } from "./compare-phrasings.ts";
import { type Disagreement, findDisagreement } from "./find-disagreement.ts";
import type { BankPhrasing, PhrasingBank } from "./phrasing-bank.ts";
import { cosineWith, proposePhrasings } from "./propose-phrasings.ts";
import type { Phrasing } from "./read-phrasing.ts";

export interface ComparedPhrasing extends Coverage {
  phrasing: BankPhrasing;
  /** Null: it asks for nothing else, as far as words tell. */
  disagreement: Disagreement | null;
}

export interface RankedEntry {
  entryId: string;
  /** Its phrasings that were proposed, the most alike first. */
  compared: readonly ComparedPhrasing[];
  /** Of the question's content, the share that all phrasings together hold. */
  known: number;
  /** The best cosine with one of its phrasings; 0 without a vector. */
  meaning: number;
  score: number;
}

const PROPOSED = 60;
const ENTRIES_JUDGED = 3;
const PHRASINGS_JUDGED = 5;
const SECOND_WEIGHT = 0.2;
const KNOWN_WEIGHT = 0.4;

/**
 * The entries that a question may be asking for, best first; the first few are compared in depth. A
 * vector adds what the words do not share.
 */
export function rankEntries(
  bank: PhrasingBank,
  question: Phrasing,
  vector: Float32Array | null = null,
): RankedEntry[] {
  const compared = proposePhrasings(bank, question, { vector, limit: PROPOSED })
    .map((phrasing) => ({ phrasing, ...comparePhrasings(question, phrasing, bank.idf) }))
    .sort((one, other) => other.both - one.both);
  const meant = (phrasings: readonly BankPhrasing[]) =>
    vector ? Math.max(...phrasings.map((phrasing) => cosineWith(vector, phrasing))) : 0;
  const byEntry = Map.groupBy(compared, ({ phrasing }) => phrasing.entryId);
  return [...byEntry]
    .map(([entryId, [first, second, ...others]]) => {
      const { phrasings, vocabulary } = bank.entries.get(entryId)!;
      const known = shareKnown(question, vocabulary, bank.idf);
      const words = first!.both + SECOND_WEIGHT * (second?.both ?? 0) + KNOWN_WEIGHT * known;
      const meaning = meant(phrasings);
      const own = [first!, ...(second ? [second] : []), ...others];
      return { entryId, compared: own, known, meaning, score: words + meaning };
    })
    .sort((one, other) => other.score - one.score)
    .slice(0, ENTRIES_JUDGED)
    .map((entry) => ({ ...entry, compared: entry.compared.slice(0, PHRASINGS_JUDGED).map(judge) }));

  function judge(each: Omit<ComparedPhrasing, "disagreement">): ComparedPhrasing {
    return { ...each, disagreement: findDisagreement(question, each.phrasing, bank.isTopic) };
  }
}

function shareKnown(
  { content }: Phrasing,
  vocabulary: ReadonlySet<string>,
  idf: (stem: string) => number,
): number {
  let [all, known] = [0, 0];
  for (const stem of content) {
    const weight = idf(stem);
    all += weight;
    known += weight * similarityTo(stem, vocabulary);
  }
  return all > 0 ? known / all : 0;
}
