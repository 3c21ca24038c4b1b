import { createPhrasingBank, type PhrasingBank } from "../verified/phrasing-bank.ts";
import { rankEntries } from "../verified/rank-entries.ts";
import { readPhrasing } from "../verified/read-phrasing.ts";
import { contentWords, readWords } from "../write/read-claim.ts";
import { createPhraseMatcher, type PhraseMatcher, readForPhrases } from "./match-phrase.ts";
import type { TopicRule } from "./policy.ts";

export interface TopicMatch {
  id: string;
  /** The owner's word or example that it was told by. */
  matched: string;
  by: "word" | "example";
  /** From 0 to about 2; 2 for a word. */
  score: number;
}

export interface TopicMatcher {
  /** The topic that a text is most likely about, if it is as likely as that. */
  find(text: string, leastScore: number): TopicMatch | null;
}

/**
 * Score of a question that is about the topic of the examples: in the intents of BANKING77, given six
 * of each, it knows 58 % of the others, takes 4 % of neighbouring intents for it, none of SQuAD.
 */
export const ASKS_ABOUT = 0.7;
/** A statement shares words with questions for other reasons, too. */
export const SPEAKS_OF = 0.9;
/** Enough to be let in where only some topics are allowed. */
export const MAY_ASK_ABOUT = 0.45;

const WORD_SCORE = 2;
const MOST_WORDS_OF_TERM = 3;
/** Longer texts tell of many things. */
const LONGEST_COMPARED = 600;

interface Term {
  id: string;
  text: string;
  stems: readonly string[];
  phrase: PhraseMatcher;
}

/** Tells by words alone what a question or a sentence is about: by a topic's own words, or by likeness to its examples. */
export async function createTopicMatcher(
  topics: readonly Pick<TopicRule, "id" | "name" | "examples">[],
): Promise<TopicMatcher> {
  const told = topics.map(({ id, name, examples }) => ({ id, texts: [name, ...examples] }));
  const terms = told.flatMap(({ id, texts }) =>
    texts.filter(isTerm).map((text) => readTerm(id, text)),
  );
  const bank = await createPhrasingBank(
    told
      .map(({ id, texts }) => ({
        id,
        phrasings: texts.filter(isQuestion).map((text) => ({ text })),
      }))
      .filter(({ phrasings }) => phrasings.length > 0),
  );
  return {
    find(text, leastScore) {
      const term = findTerm(terms, text);
      if (term) return { id: term.id, matched: term.text, by: "word", score: WORD_SCORE };
      const best = findExample(bank, text);
      return best && best.score >= leastScore ? best : null;
    },
  };
}

function isTerm(text: string): boolean {
  return text.trim() !== "" && !isQuestion(text);
}

function isQuestion(text: string): boolean {
  return /[?？؟]\s*$/u.test(text) || readWords(text).length > MOST_WORDS_OF_TERM;
}

function readTerm(id: string, text: string): Term {
  return { id, text, stems: stemsOf(text), phrase: createPhraseMatcher(text) };
}

function stemsOf(text: string): string[] {
  return contentWords(readWords(text)).map(({ stem }) => stem);
}

function findTerm(terms: readonly Term[], text: string): Term | undefined {
  if (terms.length === 0) return undefined;
  const stems = stemsOf(text);
  const read = readForPhrases(text);
  return terms.find((term) => holdsInOrder(stems, term.stems) || term.phrase.isIn(read));
}

/** One behind the other, whatever their endings. */
function holdsInOrder(stems: readonly string[], wanted: readonly string[]): boolean {
  if (wanted.length === 0) return false;
  return stems.some((_, at) => wanted.every((stem, i) => isInflected(stems[at + i], stem)));
}

const SHORTEST_INFLECTED = 5;
const LONGEST_ENDING = 2;

function isInflected(one: string | undefined, other: string): boolean {
  if (one === undefined || one === other) return one === other;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return (
    short.length >= SHORTEST_INFLECTED &&
    long.length - short.length <= LONGEST_ENDING &&
    long.startsWith(short)
  );
}

function findExample(bank: PhrasingBank, text: string): TopicMatch | null {
  if (bank.phrasings.length === 0 || text.length > LONGEST_COMPARED) return null;
  const [best] = rankEntries(bank, readPhrasing(text));
  const matched = best?.compared[0]?.phrasing.text;
  return best && matched !== undefined
    ? { id: best.entryId, matched, by: "example", score: best.score }
    : null;
}
