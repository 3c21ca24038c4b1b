import { tellsAmount } from "./asked-amount.ts";
import type { EvidencePassage, QuotedAnswer, QuotedSentence } from "./evidence.ts";
import { type EvidenceFeatures, evidenceFeatures } from "./evidence-features.ts";
import { pickSentences } from "./pick-sentences.ts";
import { rankSentences } from "./rank-sentences.ts";
import { readPassages } from "./read-passages.ts";
import { sampleWords } from "./sample-words.ts";
import { type WeighedQuestion, weighQuestion } from "./weigh-question.ts";
import { ANSWER_SETTINGS, type AnswerSettings } from "./weights.ts";

/**
 * Answers a question by one to three verbatim sentences of the passages, or declines when they do
 * not speak of what is asked. `passages` are best first (about eight after reranking); `termWeight`
 * gives the inverse document frequency of an index term in the twin.
 */
export function quoteAnswer({
  question,
  passages,
  termWeight,
  settings = ANSWER_SETTINGS,
}: {
  question: string;
  passages: readonly EvidencePassage[];
  termWeight: (term: string) => number;
  settings?: AnswerSettings;
}): QuotedAnswer {
  const weighed = weighQuestion({ question, termWeight, sample: sampleWords(passages) });
  const read = readPassages(weighed, passages);
  const isAbout = read.length > 0 && weighed.words.some(({ isSubject }) => isSubject);
  const confidence = isAbout ? confidenceOf(evidenceFeatures(weighed, read), settings.evidence) : 0;
  const declined = { answered: false, confidence, sentences: [] };
  if (confidence < settings.answerThreshold) return declined;
  const sentences = pickSentences(rankSentences(weighed, read, settings.picker), read, settings);
  if (sentences.length === 0 || owesAmount(weighed, passages, sentences)) return declined;
  return { answered: true, confidence, sentences };
}

/** Whether an amount was asked for and nothing that would be quoted tells one. */
function owesAmount(
  { askedAmount }: WeighedQuestion,
  passages: readonly EvidencePassage[],
  sentences: readonly QuotedSentence[],
): boolean {
  if (askedAmount === null) return false;
  const quotes = sentences.map(({ passage, start, end }) =>
    passages[passage]!.text.slice(start, end),
  );
  return !quotes.some((quote) => tellsAmount(quote, askedAmount));
}

function confidenceOf(features: EvidenceFeatures, weights: AnswerSettings["evidence"]): number {
  let log = weights.bias;
  for (const name of Object.keys(features) as (keyof EvidenceFeatures)[]) {
    log += features[name] * weights[name];
  }
  return 1 / (1 + Math.exp(-log));
}
