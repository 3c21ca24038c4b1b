import { isOpposite, judgePhrasing } from "@understudy/rag/verified/judge-phrasing";
import { questionKey } from "../verified-answer/question-key.ts";

export interface ChosenPhrasings {
  taken: string[];
  leftOut: { question: string; because: string }[];
}

/**
 * The ways to ask that get the same answer. What its owner names is taken unless it asks for the opposite,
 * another number or another name; what they only had before them must ask the same by every word.
 */
export function choosePhrasings(
  question: string,
  { named, asked }: { named: readonly string[] | undefined; asked: readonly string[] },
): ChosenPhrasings {
  const chosen: ChosenPhrasings = { taken: [], leftOut: [] };
  for (const way of named ?? asked) {
    if (questionKey(way) === questionKey(question)) continue;
    const because = judgePhrasing(question, way);
    const isTaken = named ? !isOpposite(because) : because === null;
    if (isTaken) chosen.taken.push(way);
    else chosen.leftOut.push({ question: way, because: because! });
  }
  return chosen;
}
