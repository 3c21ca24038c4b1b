import { listQuotables } from "@understudy/rag/answer/list-quotables";
import { pickSentences } from "@understudy/rag/answer/pick-sentences";
import { rankSentences } from "@understudy/rag/answer/rank-sentences";
import { ANSWER_SETTINGS } from "@understudy/rag/answer/weights";
import { extractTerms } from "@understudy/rag/text/extract-terms";
import { holdsAnswer, type PickerMode, type PickerTrial, pickerTrials } from "./picker-trials.ts";
import type { QuestionSet } from "./question-sets.ts";
import { readTrial } from "./read-trial.ts";
import { percent } from "./shares.ts";

interface Spans {
  passage: number;
  start: number;
  end: number;
}

export const PICKER_HEAD = [
  "set",
  "given",
  "n",
  "overlap 1",
  "overlap 3",
  "picker 1",
  "picker 3",
  "answer",
  "sentences",
];

/** Percent of questions whose answer is within the best one, the best three, and what is shown. */
export function measurePicker(set: QuestionSet, mode: PickerMode, trialsPerSet: number): string[] {
  const trials = [...pickerTrials([set], { mode, trialsPerSet, seed: 2 })];
  const judged = trials.map((trial) => ({ trial, ...quote(trial), overlap: rankByOverlap(trial) }));
  const share = (spansOf: (each: (typeof judged)[number]) => Spans[]) =>
    percent(
      judged.filter((each) => spansOf(each).some((span) => holdsAnswer(each.trial, span))).length,
      judged.length,
    );
  const shown = judged.reduce((sum, { answer }) => sum + answer.length, 0);
  return [
    set.name,
    mode,
    String(judged.length),
    share(({ overlap }) => overlap.slice(0, 1)),
    share(({ overlap }) => overlap.slice(0, 3)),
    share(({ ranked }) => ranked.slice(0, 1)),
    share(({ ranked }) => ranked.slice(0, 3)),
    share(({ answer }) => answer),
    (shown / judged.length).toFixed(2),
  ];
}

function quote(trial: PickerTrial): { ranked: Spans[]; answer: Spans[] } {
  const { weighed, read } = readTrial(trial);
  const ranked = rankSentences(weighed, read, ANSWER_SETTINGS.picker);
  return {
    ranked: ranked.map(({ passage, sentence: { start, end } }) => ({ passage, start, end })),
    answer: pickSentences(ranked, read, ANSWER_SETTINGS),
  };
}

/** The baseline: sentences by the idf of the question's terms in them. */
function rankByOverlap({ question, passages, termWeight }: PickerTrial): Spans[] {
  const asked = new Set(extractTerms(question));
  const sentences = passages.flatMap((passage, index) =>
    listQuotables(passage).map(({ start, end, text }) => {
      const terms = new Set(extractTerms(text).filter((term) => asked.has(term)));
      const score = [...terms].reduce((sum, term) => sum + termWeight(term), 0);
      return { passage: index, start, end, score };
    }),
  );
  return sentences.sort((a, b) => b.score - a.score);
}
