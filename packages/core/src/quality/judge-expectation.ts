import { findQuote } from "@understudy/rag/answer/find-quote";
import type { TestedAnswer, Verdict } from "./contract.ts";
import type { PlacedPassage } from "./place-passages.ts";
import { isPassage, type StoredExpectation, type StoredPassage } from "./stored-test.ts";

export type SeenAnswer = Omit<TestedAnswer, "judged" | "durationMs"> & {
  /** The verified answer that was given. */
  verifiedAnswerId: string | null;
};

/** What an answer is judged by, as it stands now. */
export interface KnownNow {
  placed: ReadonlyMap<StoredPassage, PlacedPassage>;
  /** The site or archive that each source came with; a source that is gone is not in it. */
  parents: ReadonlyMap<string, string | null>;
  verifiedAnswerIds: ReadonlySet<string>;
}

export interface Judgement {
  verdict: Verdict;
  because: string | null;
}

const PASSED: Judgement = { verdict: "passed", because: null };
const failed = (because: string): Judgement => ({ verdict: "failed", because });
const skipped = (because: string): Judgement => ({ verdict: "skipped", because });
const passedIf = (holds: boolean, because: string) => (holds ? PASSED : failed(because));

/** Null: a model has to judge it. What cannot be told is skipped, never passed. */
export function judgeExpectation(
  expectation: StoredExpectation,
  answer: SeenAnswer,
  known: KnownNow,
): Judgement | null {
  if (isPassage(expectation)) return judgePassage(expectation, answer, known);
  switch (expectation.kind) {
    case "cites_passage":
      return skipped("passage_gone");
    case "cites_source":
      return judgeSource(expectation.sourceId, answer, known);
    case "contains":
      return passedIf(holdsWords(answer.text, expectation.text), "words_missing");
    case "lacks":
      return passedIf(!holdsWords(answer.text, expectation.text), "words_there");
    case "refuses":
      return passedIf(!answer.answered, "answered");
    case "verified":
      return judgeVerified(expectation.verifiedAnswerId, answer, known);
    case "supported":
      return judgeSupport(expectation.share, answer);
    case "judged":
      return null;
  }
}

function judgePassage(
  expectation: StoredPassage,
  { citations }: SeenAnswer,
  { placed }: KnownNow,
): Judgement {
  const passage = placed.get(expectation);
  if (!passage) return skipped("passage_gone");
  const isCited = citations.some(
    ({ chunkId, sourceId, quote }) =>
      chunkId === passage.chunkId ||
      // passages overlap: the same words may be cited from the one beside it
      (sourceId === expectation.sourceId && findQuote(passage.text, quote) !== null),
  );
  return passedIf(isCited, "passage_not_cited");
}

function judgeSource(
  sourceId: string,
  { citations }: SeenAnswer,
  { parents }: KnownNow,
): Judgement {
  if (!parents.has(sourceId)) return skipped("source_gone");
  const isCited = citations.some(
    (cited) => cited.sourceId === sourceId || parents.get(cited.sourceId) === sourceId,
  );
  return passedIf(isCited, "source_not_cited");
}

function judgeVerified(
  wanted: string | undefined,
  { isVerified, verifiedAnswerId }: SeenAnswer,
  { verifiedAnswerIds }: KnownNow,
): Judgement {
  if (wanted && !verifiedAnswerIds.has(wanted)) return skipped("verified_gone");
  if (!isVerified) return failed("not_verified");
  return passedIf(!wanted || wanted === verifiedAnswerId, "other_verified");
}

/** The owner vouches for a verified answer, whole. */
function judgeSupport(share: number, answer: SeenAnswer): Judgement {
  if (!answer.answered) return failed("not_answered");
  const supported = answer.isVerified ? 1 : answer.supportedShare;
  if (supported === null) return skipped("support_unknown");
  return passedIf(supported >= share, "support_low");
}

/** White space, case and typography may differ. Words that hold no letter stand for themselves. */
function holdsWords(text: string, words: string): boolean {
  return findQuote(text, words) !== null || text.includes(words);
}
