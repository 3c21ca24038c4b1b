import type { EvidenceFeature } from "./evidence-features.ts";
import type { SentenceFeature } from "./sentence-features.ts";

export type PickerFeature = SentenceFeature | "passageCoverage" | "passageRank";

export interface AnswerSettings {
  picker: Record<PickerFeature, number>;
  /** A further sentence is quoted if it scores at most this much less than the best. */
  pickerMargin: number;
  maxSentences: number;
  evidence: Record<EvidenceFeature, number> & { bias: number };
  /** Least confidence at which a question is answered. */
  answerThreshold: number;
}

export const ANSWER_SETTINGS: AnswerSettings = {
  picker: {
    coverage: 4,
    localCoverage: 4.5,
    pairCoverage: 0.7,
    gainFromPrevious: 2,
    length: 1.2,
    novelty: -1,
    isQuestion: -2,
    isLine: -1,
    passageCoverage: 2,
    passageRank: -0.5,
  },
  pickerMargin: 1.5,
  maxSentences: 3,
  evidence: {
    bias: -4.49,
    twinSize: -0.64,
    sentenceCoverage: 2.96,
    passageCoverage: 2.48,
    letterCoverage: 2.35,
    lettersFound: 1.42,
    pairCoverage: 1.59,
    rowCoverage: 1.52,
  },
  answerThreshold: 0.39,
};
