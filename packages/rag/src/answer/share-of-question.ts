import { contentWords, readWords } from "../write/read-claim.ts";

/** Of the words that carry what a question asks, the share that a text has, from 0 to 1. */
export function shareOfQuestion(question: string, text: string): number {
  const asked = new Set(contentWords(readWords(question)).map(({ stem }) => stem));
  if (asked.size === 0) return 0;
  const said = new Set(readWords(text).map(({ stem }) => stem));
  return [...asked].filter((stem) => said.has(stem)).length / asked.size;
}
