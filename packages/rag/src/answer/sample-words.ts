import type { EvidencePassage } from "./evidence.ts";
import { splitQuestion } from "./split-question.ts";

const SAMPLE_CHARACTERS = 300;

/** Some folded words of the best passages, enough to tell their language by. */
export function sampleWords(passages: readonly EvidencePassage[]): string[] {
  const sample = passages.slice(0, 2).map(({ text }) => text.slice(0, SAMPLE_CHARACTERS));
  return splitQuestion(sample.join("\n")).map(({ text }) => text);
}
