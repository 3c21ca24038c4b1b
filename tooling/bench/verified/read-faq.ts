import { readSet } from "../answer/read-set.ts";

export interface FaqSet {
  name: string;
  entries: { id: string; phrasings: string[] }[];
  /** `gold` is empty where no entry fits. */
  questions: { text: string; gold: string[] }[];
}

const SETS = ["faq_banking77", "faq_covid", "faq_hint3_curekart"];

interface FaqDocument {
  id: string;
  question?: string;
  variants?: string[];
}

export function readFaqSets(folder: string): FaqSet[] {
  return SETS.map((name) => {
    const { documents, questions } = readSet(folder, name);
    return {
      name,
      entries: (documents as FaqDocument[]).map(({ id, question = "", variants = [] }) => ({
        id,
        phrasings: [question, ...variants],
      })),
      questions: questions.map(({ text, gold }) => ({ text, gold: gold.map(({ doc }) => doc) })),
    };
  });
}
