import { coverage, pairCoverage } from "./coverage.ts";
import { definesTerm, findAskedTerm } from "./definition.ts";
import { instructionCoverage } from "./instruction.ts";
import type { WordMatches } from "./match-words.ts";
import type { ReadPassage } from "./read-passages.ts";
import type { WeighedQuestion } from "./weigh-question.ts";

export type SentenceFeature =
  | "coverage"
  | "localCoverage"
  | "pairCoverage"
  | "gainFromPrevious"
  | "length"
  | "novelty"
  | "definition"
  | "instruction"
  | "tells"
  | "isLine";

export type SentenceFeatures = Record<SentenceFeature, number>;

const FOUND = 0.5;

/** What the picker weighs of each sentence of a passage. */
export function sentenceFeatures(
  question: WeighedQuestion,
  { sentences }: ReadPassage,
): SentenceFeatures[] {
  const local = weighLocally(
    question,
    sentences.map(({ matches }) => matches),
  );
  const term = findAskedTerm(question);
  const asked = new Set(question.words.map(({ text }) => text));
  return sentences.map((sentence, index) => ({
    coverage: coverage(question, sentence.matches),
    localCoverage: coverage(local, sentence.matches),
    pairCoverage: pairCoverage(question, sentence),
    gainFromPrevious: coverage(local, gain(sentences[index - 1]?.matches, sentence.matches)),
    length: Math.log1p(sentence.length),
    novelty: Math.log1p(new Set(sentence.stems.filter((stem) => !asked.has(stem))).size),
    definition: term && definesTerm(term, sentence) ? 1 : 0,
    instruction: instructionCoverage(question, sentence),
    tells: question.askedKind !== null && sentence.tells ? 1 : 0,
    isLine: sentence.kind === "line" ? 1 : 0,
  }));
}

/** A word that every sentence of the passage has tells none of them apart. */
function weighLocally(
  question: WeighedQuestion,
  sentences: readonly WordMatches[],
): WeighedQuestion {
  const words = question.words.map((word, index) => {
    const having = sentences.filter((matches) => matches[index]! >= FOUND).length;
    const rarity = Math.log(1 + (sentences.length - having + 0.5) / (having + 0.5));
    return { ...word, weight: word.weight * rarity };
  });
  return { ...question, words, totalWeight: words.reduce((sum, { weight }) => sum + weight, 0) };
}

function gain(previous: WordMatches | undefined, own: WordMatches): WordMatches {
  return own.map((match, index) => Math.max(0, (previous?.[index] ?? 0) - match));
}
