import { basename, dirname } from "node:path";
import { readSet } from "../../bench/answer/read-set.ts";

const LONGEST_TITLE = 300;
const TAUGHT_EVERY = 3;

export interface Faq {
  /** Some of the entries, a note each. */
  taught: { title: string; text: string }[];
  /** In the order in which they are asked, the same one in several words now and then. */
  asked: string[];
  /** What should be said to a question, word for word as it was asked. */
  answerTo: (question: string) => string | undefined;
}

/**
 * A set of questions people asked, so many of them at most, each with the entry that answers it: a third in
 * words of their own about what was not taught, a third about what was, and the first third in other words.
 */
export function readFaq(folder: string, most: number): Faq {
  const { documents, questions } = readSet(dirname(folder), basename(folder));
  const entries = documents.filter(({ text }) => text.trim() !== "");
  const taught = entries.filter((_, i) => i % TAUGHT_EVERY === 0);
  const known = new Set(taught.map(({ id }) => id));
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]));
  const told = questions.flatMap(({ text, gold }) => {
    const entry = entryOf.get(gold[0]?.doc ?? "");
    return entry ? [{ text, entry }] : [];
  });
  const third = Math.floor(most / 3);
  const missing = told.filter(({ entry }) => !known.has(entry.id)).slice(0, third);
  const met = told.filter(({ entry }) => known.has(entry.id)).slice(0, third);
  const again = missing.map(({ entry }) => ({ text: entry.title, entry }));
  const asked = [...missing, ...met, ...again];
  const answers = new Map(asked.map(({ text, entry }) => [text, entry.text]));
  return {
    taught: taught.map(({ title, text }) => ({ title: title.slice(0, LONGEST_TITLE), text })),
    asked: asked.map(({ text }) => text),
    answerTo: (question) => answers.get(question),
  };
}
