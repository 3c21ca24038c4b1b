import { synonymsOf } from "../../text/synonyms.ts";
import { type ClaimWord, contentWords, functionWordsOf, readWords } from "../read-claim.ts";
import { isAmong } from "./words-agree.ts";

const PART =
  /[,:](?!\d)|[;()—]|<[^>\n]*>|\s–\s|\n|(?<!\p{L})(?:and|but|or|because|since|so|while|whereas|which|who|und|oder|aber|sondern|weil|denn|et|ou|mais|car|parce que|y|pero|porque|ma)(?!\p{L})/iu;
/** Says under what circumstances, and may say it in the words of the question. */
const CIRCUMSTANCE =
  /^\s*(?:if|when|with|for|as|to|wenn|falls|mit|fur|als|si|pour|avec|cuando|con|para)(?!\p{L})/iu;
/** What something is said to be. */
const PREDICATE =
  /(?<!\p{L})(?:is|are|was|were|ist|sind|war|waren|est|sont|es|son|è|sono)\s+(?:(?:very|so|too|also|\p{L}+ly|sehr|auch|immer|très|toujours|muy)\s+)?(?<said>\p{L}+)[^\p{L}\p{N}]*$/iu;

interface Told {
  /** What is said where the quotes stand, a statement each. */
  evidence: readonly string[];
  known: string;
  question: string;
}

/**
 * Whether each part of a claim has something of its evidence, and of that of one passage: "helmets are worn,
 * and the park closes in winter" does not rest on what is said of helmets, nor on halves of two statements.
 */
export function partsAgree(claim: string, { evidence, known, question }: Told): boolean {
  const functional = functionWordsOf(readWords(claim));
  const among = evidence.map((text) => contentWords(readWords(text)));
  const all = among.flat();
  return claim.split(PART).every((part, index) => {
    const own = readWords(part).filter(({ word }) => !functional.has(word));
    if (own.length === 0 || own.some(({ dense }) => dense)) return true;
    const found = own.filter((word) => isTold(word, all));
    if (found.length === 0) {
      const isAsked = own.some((word) => isAmong(word, readWords(question)));
      if (CIRCUMSTANCE.test(part) && isAsked) return true;
      return own.length === 1 && (index === 0 || isAmong(own[0]!, readWords(known)));
    }
    const isOfOne = among.some((words) => found.every((word) => isTold(word, words)));
    return isOfOne && !saysAnew(part, own, all);
  });
}

function saysAnew(part: string, own: readonly ClaimWord[], all: readonly ClaimWord[]): boolean {
  const [said] = readWords(PREDICATE.exec(part)?.groups?.said ?? "");
  return own.some((word) => word.word === said?.word && !isTold(word, all));
}

function isTold(word: ClaimWord, words: readonly ClaimWord[]): boolean {
  if (isAmong(word, words)) return true;
  const synonyms = synonymsOf(word.stem);
  return words.some((other) => synonyms.has(other.stem));
}
