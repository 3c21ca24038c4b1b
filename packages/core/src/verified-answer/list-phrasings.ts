import { questionKey } from "./question-key.ts";

/** The ways to ask beside the question itself, each once. */
export function listPhrasings(question: string, phrasings: readonly string[]): string[] {
  const byKey = new Map(phrasings.map((phrasing) => [questionKey(phrasing), phrasing] as const));
  byKey.delete(questionKey(question));
  byKey.delete("");
  return [...byKey.values()];
}
