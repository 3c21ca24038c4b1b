import { polarityAgrees } from "../write/check/polarity-agrees.ts";
import { readPolarity } from "../write/check/read-polarity.ts";
import { kindsAgree } from "./question-kind.ts";
import type { Asked } from "./read-asked.ts";
import type { Phrasing } from "./read-phrasing.ts";

/** What makes two alike questions different ones. */
export type Disagreement =
  | "number"
  | "name"
  | "negation"
  | "direction"
  | "obligation"
  | "trouble"
  | "event"
  | "kind";

/** Those that hold whatever a model may think. */
export const OPPOSITE: ReadonlySet<Disagreement> = new Set([
  "number",
  "name",
  "negation",
  "direction",
  "obligation",
]);

/** Whether all ways to ask are about it, so that it goes without saying. */
export type IsTopic = (stem: string) => boolean;

/** The first thing, if any, in which a question asks for something else than a phrasing, however alike they are. */
export function findDisagreement(
  question: Phrasing,
  phrasing: Phrasing,
  isTopic: IsTopic,
): Disagreement | null {
  const [ours, theirs] = [question.asked(), phrasing.asked()];
  if (!numbersAgree(ours, theirs, isTopic)) return "number";
  if (!namesAgree(question, phrasing, isTopic)) return "name";
  if (!negationAgrees(ours, theirs)) return "negation";
  if (!directionAgrees(question, phrasing)) return "direction";
  if (ours.modality && theirs.modality && ours.modality !== theirs.modality) return "obligation";
  const inTrouble = ours.reportsTrouble;
  if (inTrouble !== theirs.reportsTrouble) return "trouble";
  if (!inTrouble && ours.reportsEvent !== theirs.reportsEvent) return "event";
  return kindsAgree(ours.kind, theirs.kind, inTrouble) ? null : "kind";
}

function numbersAgree(one: Asked, other: Asked, isTopic: IsTopic): boolean {
  const told = ({ numbers }: Asked) => numbers.filter((value) => !isTopic(value)).join();
  return told(one) === told(other);
}

/** Each name of the one stands in the other, spelt the same, and they come in the same order. */
function namesAgree(one: Phrasing, other: Phrasing, isTopic: IsTopic): boolean {
  const names = new Set([...one.asked().names, ...other.asked().names]);
  const isNamed = (stem: string) => names.has(stem) && !isTopic(stem);
  const inOrder = ({ content }: Phrasing) => [...content].filter(isNamed).join(" ");
  return inOrder(one) === inOrder(other);
}

function negationAgrees({ expanded: one }: Asked, { expanded: other }: Asked): boolean {
  if (readPolarity(one).isNegated !== readPolarity(other).isNegated) return false;
  return (
    polarityAgrees(one, { clause: other, sentence: other }) &&
    polarityAgrees(other, { clause: one, sentence: one })
  );
}

const OPPOSITE_DIRECTIONS = [
  ["from", "to"],
  ["from", "into"],
  ["in", "out"],
  ["on", "off"],
  ["with", "without"],
  ["before", "after"],
  ["von", "nach"],
  ["vor", "nach"],
].flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]);

/** No word is gone to in the one and come from in the other, nor is the one all to and the other all from. */
function directionAgrees(one: Phrasing, other: Phrasing): boolean {
  const opposed = [...one.asked().directions].some(([stem, direction]) =>
    OPPOSITE_DIRECTIONS.includes(`${direction} ${other.asked().directions.get(stem)}`),
  );
  return (
    !opposed &&
    !OPPOSITE_DIRECTIONS.some((pair) => {
      const [ours = "", theirs = ""] = pair.split(" ");
      const [mine, yours] = [one.functional, other.functional];
      return mine.has(ours) && !mine.has(theirs) && yours.has(theirs) && !yours.has(ours);
    })
  );
}
