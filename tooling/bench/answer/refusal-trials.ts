import { buildCorpus, type FoundEvidence } from "./corpus.ts";
import type { QuestionSet, TestPassage, TestQuestion } from "./question-sets.ts";
import { createRandom, sample } from "./random.ts";

/** `near`: of another article, but in a set whose articles are all of one subject. */
export type TrialKind = "answerable" | "other article" | "other set" | "near";

export interface RefusalTrial {
  set: string;
  passageCount: number;
  kind: TrialKind;
  question: string;
  evidence: FoundEvidence;
  termWeight: (term: string) => number;
}

export const CORPUS_SIZES = [1, 3, 10, 100, 1000];
const CORPORA_PER_SIZE: Record<number, number> = { 1: 12, 3: 12, 10: 8, 100: 2, 1000: 1 };
const SHARE_HELD_OUT = 0.2;

/** Questions that a corpus answers and questions that it does not, for corpora of several sizes. */
export function* refusalTrials(
  sets: readonly QuestionSet[],
  foreign: readonly string[],
  { trialsPerSize, seed }: { trialsPerSize: number; seed: number },
): Generator<RefusalTrial> {
  const random = createRandom(seed);
  for (const set of sets) {
    for (const size of CORPUS_SIZES) {
      if (size > 100 && set.passages.length < size / 2) continue;
      const corpora = CORPORA_PER_SIZE[size]!;
      for (let each = 0; each < corpora; each++) {
        const passages = drawPassages(set, size, random);
        const corpus = buildCorpus(passages);
        const questions = drawQuestions(
          { set, sets, passages, foreign },
          Math.ceil(trialsPerSize / corpora),
          random,
        );
        for (const { question, kind } of questions) {
          const evidence = corpus.find(question);
          yield {
            set: set.name,
            passageCount: size,
            kind,
            question,
            evidence,
            termWeight: corpus.termWeight,
          };
        }
      }
    }
  }
}

/** Neighbouring passages of random articles; some articles always stay outside. */
function drawPassages(
  { passages }: QuestionSet,
  size: number,
  random: () => number,
): TestPassage[] {
  const articles = Map.groupBy(passages, ({ article }) => article);
  const inside = sample(
    [...articles.keys()],
    Math.ceil(articles.size * (1 - SHARE_HELD_OUT)),
    random,
  );
  const drawn: TestPassage[] = [];
  for (const article of inside) {
    const own = articles.get(article)!;
    const from = Math.floor(random() * Math.max(1, own.length - size));
    drawn.push(...own.slice(from, from + size));
    if (drawn.length >= size) break;
  }
  return drawn.slice(0, size);
}

interface Draw {
  set: QuestionSet;
  sets: readonly QuestionSet[];
  passages: readonly TestPassage[];
  foreign: readonly string[];
}

function drawQuestions(
  { set, sets, passages, foreign }: Draw,
  count: number,
  random: () => number,
) {
  const ids = new Set(passages.map(({ id }) => id));
  const articles = new Set(passages.map(({ article }) => article));
  const answerable = set.questions.filter(({ gold }) => ids.has(gold));
  const others = set.questions.filter(({ article }) => !articles.has(article));
  const strangers = sets
    .filter(({ domain, language }) => domain !== set.domain && language === set.language)
    .flatMap(({ questions }) => sample(questions, count, random));
  const fromElsewhere = set.language === "en" ? sample(foreign, count, random) : [];
  const otherKind: TrialKind = set.hasDistinctArticles ? "other article" : "near";
  return [
    ...label(sample(answerable, count, random), "answerable"),
    ...label(sample(others, Math.ceil(count / 2), random), otherKind),
    ...label(sample(strangers, Math.ceil(count / 4), random), "other set"),
    ...label(sample(fromElsewhere.map(asQuestion), Math.ceil(count / 4), random), "other set"),
  ];
}

function label(questions: readonly Pick<TestQuestion, "text">[], kind: TrialKind) {
  return questions.map(({ text }) => ({ question: text, kind }));
}

function asQuestion(text: string): Pick<TestQuestion, "text"> {
  return { text };
}
