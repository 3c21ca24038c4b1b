import { comparePhrasings } from "@understudy/rag/verified/compare-phrasings";
import { matchQuestion } from "@understudy/rag/verified/match-question";
import { createPhrasingBank } from "@understudy/rag/verified/phrasing-bank";
import { proposePhrasings } from "@understudy/rag/verified/propose-phrasings";
import { readPhrasing } from "@understudy/rag/verified/read-phrasing";
import type { FaqSet } from "./read-faq.ts";

export interface Trial {
  isInScope: boolean;
  /** Whether the equivalence check fires, and whether what it gives is right. */
  fires: boolean;
  isRight: boolean;
  /** Of the most similar phrasing: how similar, and whether its entry is right. */
  similarity: number;
  similarIsRight: boolean;
}

export interface Tried {
  trials: Trial[];
  msPerQuestion: number;
}

/** Every question of a set against a bank of so many phrasings per entry. */
export async function tryMatcher(
  { entries, questions }: FaqSet,
  phrasingCount: number,
): Promise<Tried> {
  const bank = await createPhrasingBank(
    entries.map(({ id, phrasings }) => ({
      id,
      phrasings: phrasings.slice(0, phrasingCount).map((text) => ({ text })),
    })),
  );
  const startedMs = performance.now();
  const matches = questions.map(({ text }) => matchQuestion(bank, text)[0]);
  const msPerQuestion = (performance.now() - startedMs) / questions.length;
  const trials = questions.map(({ text, gold }, at): Trial => {
    const match = matches[at];
    const question = readPhrasing(text);
    const [similar] = proposePhrasings(bank, question, { vector: null, limit: 60 })
      .map((phrasing) => ({ phrasing, ...comparePhrasings(question, phrasing, bank.idf) }))
      .sort((one, other) => other.both - one.both);
    return {
      isInScope: gold.length > 0,
      fires: match?.because === null,
      isRight: gold.includes(match?.entryId ?? ""),
      similarity: similar?.both ?? 0,
      similarIsRight: gold.includes(similar?.phrasing.entryId ?? ""),
    };
  });
  return { trials, msPerQuestion };
}
