import type { EvidencePassage } from "@understudy/rag/answer/evidence";
import { buildCorpus } from "./corpus.ts";
import type { QuestionSet } from "./question-sets.ts";
import { createRandom, sample } from "./random.ts";

export interface PickerTrial {
  set: string;
  article: string;
  question: string;
  passages: EvidencePassage[];
  /** Position of the passage that answers, -1 when it was not retrieved. */
  gold: number;
  answers: { text: string; start: number }[];
  termWeight: (term: string) => number;
}

/** `gold`: the answering passage alone; `retrieved`: the best of all passages of the set. */
export type PickerMode = "gold" | "retrieved";

export function* pickerTrials(
  sets: readonly QuestionSet[],
  { mode, trialsPerSet, seed }: { mode: PickerMode; trialsPerSet: number; seed: number },
): Generator<PickerTrial> {
  const random = createRandom(seed);
  for (const { name, passages, questions } of sets) {
    const corpus = buildCorpus(passages);
    const byId = new Map(passages.map((passage) => [passage.id, passage]));
    const answered = questions.filter(({ answers }) => answers.length > 0);
    for (const { text: question, article, gold, answers } of sample(
      answered,
      trialsPerSet,
      random,
    )) {
      const shared = { set: name, article, question, answers, termWeight: corpus.termWeight };
      if (mode === "gold") {
        const { text, title } = byId.get(gold)!;
        yield { ...shared, passages: [{ text, title, score: 1 }], gold: 0 };
        continue;
      }
      const found = corpus.find(question);
      yield { ...shared, passages: found.passages, gold: found.ids.indexOf(gold) };
    }
  }
}

/** Whether a span of a trial's passage holds one of the accepted answers whole. */
export function holdsAnswer(
  { gold, answers }: PickerTrial,
  span: { passage: number; start: number; end: number },
): boolean {
  return (
    span.passage === gold &&
    answers.some(({ text, start }) => span.start <= start && start + text.length <= span.end)
  );
}
