import type { EvidencePassage } from "@understudy/rag/answer/evidence";
import { readPassages } from "@understudy/rag/answer/read-passages";
import { sampleWords } from "@understudy/rag/answer/sample-words";
import { weighQuestion } from "@understudy/rag/answer/weigh-question";

interface Trial {
  question: string;
  passages: readonly EvidencePassage[];
  termWeight: (term: string) => number;
}

/** What quoting an answer reads before it judges. */
export function readTrial({ question, passages, termWeight }: Trial) {
  const weighed = weighQuestion({ question, termWeight, sample: sampleWords(passages) });
  return { weighed, read: readPassages(weighed, passages) };
}
