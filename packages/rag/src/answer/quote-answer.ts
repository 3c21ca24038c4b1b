import type { EvidencePassage, QuotedAnswer, QuotedSentence } from "./evidence.ts";
import { type EvidenceFeatures, evidenceFeatures } from "./evidence-features.ts";
import { pickSentences } from "./pick-sentences.ts";
import { rankSentences } from "./rank-sentences.ts";
import { type ReadPassage, readPassages } from "./read-passages.ts";
import { sampleWords } from "./sample-words.ts";
import { weighQuestion } from "./weigh-question.ts";
import { ANSWER_SETTINGS, type AnswerSettings } from "./weights.ts";

/**
 * Answers a question by one to three verbatim sentences of the passages, with what they point back at,
 * or declines when they do not speak of what is asked, or tell nothing of the kind that is asked for. `passages` are best first (about eight after reranking); `termWeight`
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
  const pick = (picker: AnswerSettings["picker"]) =>
    pickSentences(rankSentences(weighed, read, picker), read, settings);
  // Whoever speaks of the matter must tell what is asked before those that tell it are preferred.
  if (!tellAsked(pick({ ...settings.picker, tells: 0 }), read)) return declined;
  const sentences = pick(settings.picker);
  if (!tellAsked(sentences, read)) return declined;
  return { answered: true, confidence, sentences };
}

/** Whether something that would be quoted tells what is asked for. */
function tellAsked(sentences: readonly QuotedSentence[], passages: readonly ReadPassage[]) {
  return sentences.some(({ passage, start }) =>
    passages[passage]!.sentences.some((each) => each.start === start && each.tells),
  );
}

function confidenceOf(features: EvidenceFeatures, weights: AnswerSettings["evidence"]): number {
  let log = weights.bias;
  for (const name of Object.keys(features) as (keyof EvidenceFeatures)[]) {
    log += features[name] * weights[name];
  }
  return 1 / (1 + Math.exp(-log));
}
