import { coverage } from "../coverage.ts";
import type { Quotable } from "../list-quotables.ts";
import type { WordMatches } from "../match-words.ts";
import type { ReadText } from "../read-text.ts";
import type { WeighedQuestion } from "../weigh-question.ts";
import type { AskedKind } from "./asked-kind.ts";
import { contradictsQualifier } from "./contradicts-qualifier.ts";
import { tellsKind } from "./tells-kind.ts";

/** The share of what the sentence that speaks most of a matter says of it. */
const NEARLY_AS_MUCH = 0.6;
/** What is often told in the sentence behind the one that names the matter. */
const TOLD_AFTERWARDS: ReadonlySet<AskedKind> = new Set([
  "time",
  "year",
  "person",
  "reason",
  "extent",
]);

/** "The course is … It takes place … It costs …" */
const MOST_BEFORE = 2;

interface Spoken extends Quotable, ReadText {
  matches: WordMatches;
}

/**
 * Of each sentence whether it tells a thing of the kind that is asked, and of the matter it is asked of: the
 * price of a crossing is none of parking. All do where a question asks for nothing of a kind.
 */
export function markTelling<T extends Spoken>(
  question: WeighedQuestion,
  passages: readonly (readonly T[])[],
): (T & { tells: boolean })[][] {
  const { askedKind, isQualified } = question;
  if (askedKind === null && !isQualified) {
    return passages.map((sentences) => sentences.map((each) => ({ ...each, tells: true })));
  }
  const goesOn = askedKind !== null && TOLD_AFTERWARDS.has(askedKind);
  const matter = weighMatter(question);
  const shares = passages.map((sentences) =>
    sentences.map((_, at) => coverage(matter, withContext(sentences, at, goesOn))),
  );
  const least = NEARLY_AS_MUCH * Math.max(0, ...shares.flat());
  return passages.map((sentences, passage) =>
    sentences.map((each, at) => ({
      ...each,
      tells: shares[passage]![at]! >= least && fits(question, each),
    })),
  );
}

function fits(question: WeighedQuestion, { text, head }: Spoken) {
  const { askedKind, isQualified } = question;
  if (askedKind !== null && !tellsKind(text, askedKind)) return false;
  return !isQualified || !contradictsQualifier(question, `${head?.text ?? ""}\n${text}`);
}

function weighMatter(question: WeighedQuestion): WeighedQuestion {
  const words = question.words.map((word) => (word.isKind ? { ...word, weight: 0 } : word));
  return { ...question, words, totalWeight: words.reduce((sum, { weight }) => sum + weight, 0) };
}

/** What leans on a sentence, or goes on from it, speaks of what that speaks of. */
function withContext(sentences: readonly Spoken[], at: number, goesOn: boolean): WordMatches {
  let { matches } = sentences[at]!;
  for (let before = at - 1; before >= 0 && at - before <= MOST_BEFORE; before--) {
    if (!(sentences[before + 1]!.leans || (goesOn && before === at - 1))) break;
    matches = matches.map((match, word) => Math.max(match, sentences[before]!.matches[word]!));
  }
  return matches;
}
