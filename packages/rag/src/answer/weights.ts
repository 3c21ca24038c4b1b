import type { EvidenceFeature } from "./evidence-features.ts";
import type { SentenceFeature } from "./sentence-features.ts";

export type PickerFeature = SentenceFeature | "passageCoverage" | "passageRank";

export interface AnswerSettings {
  picker: Record<PickerFeature, number>;
  /** A further sentence is quoted if it scores at most this much less than the best. */
  pickerMargin: number;
  /** The same from another passage: an answer of several reads well only when all are good. */
  marginElsewhere: number;
  maxSentences: number;
  evidence: Record<EvidenceFeature, number> & { bias: number };
  /** Least confidence at which a question is answered. */
  answerThreshold: number;
}

/**
 * Learned by `node tooling/bench/answer/fit.ts --data DIR` from squad2, xquad, covidqa, pubmedqa,
 * scifact and faq_covid. The picker: softmax over the sentences of eight retrieved passages;
 * `isLine`, `definition`, `instruction` and `tells` are set by hand, for the sets have too few of each.
 * The evidence: logistic regression over twins of 1 to 1,000 passages against questions about
 * others; `twinSmallness` and the threshold keep 95 % of the questions that can be answered.
 * `scattered` is set by hand: it costs as many right answers as it spares wrong ones, 7 to 10 in 6,500;
 * so are `missingYear`, which costs none, and `missingAsked`, which costs two right answers in a thousand
 * and declines four near misses in ten that were answered.
 */
export const ANSWER_SETTINGS: AnswerSettings = {
  picker: {
    coverage: 4.41,
    localCoverage: 4.26,
    pairCoverage: 0.74,
    gainFromPrevious: 1.86,
    length: 1.15,
    novelty: -0.95,
    definition: 2.5,
    instruction: 6,
    tells: 1,
    isLine: -1,
    passageCoverage: 3.52,
    passageRank: -1.53,
  },
  pickerMargin: 2.5,
  marginElsewhere: 1.5,
  maxSentences: 3,
  evidence: {
    bias: -3.82,
    twinSize: -0.56,
    twinSmallness: -0.65,
    sentenceCoverage: 2.71,
    passageCoverage: 2.39,
    letterCoverage: 2.17,
    lettersFound: 1.29,
    pairCoverage: 1.76,
    rowCoverage: 1.39,
    missingSubject: -0.56,
    missingNames: -1.2,
    missingYear: -4,
    missingAsked: -4,
    scattered: -4,
  },
  answerThreshold: 0.35,
};
