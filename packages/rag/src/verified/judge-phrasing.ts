import { comparePhrasings } from "./compare-phrasings.ts";
import { type Disagreement, findDisagreement, OPPOSITE } from "./find-disagreement.ts";
import { readPhrasing } from "./read-phrasing.ts";

export type WhyLeftOut = Disagreement | "too_different";

const LEAST_ALIKE = 0.5;

/** Why an answer to a question may not be given to whoever asks this way; null: it may. */
export function judgePhrasing(question: string, phrasing: string): WhyLeftOut | null {
  const [asked, other] = [readPhrasing(question), readPhrasing(phrasing)];
  const disagreement = findDisagreement(other, asked, () => false);
  if (disagreement) return disagreement;
  return comparePhrasings(other, asked, () => 1).both < LEAST_ALIKE ? "too_different" : null;
}

/** Whether it holds whatever its owner may think: the two ask for opposite or different things. */
export function isOpposite(because: WhyLeftOut | null): boolean {
  return because !== null && because !== "too_different" && OPPOSITE.has(because);
}
