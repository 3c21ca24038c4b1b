import { describe, expect, it } from "vitest";
import { extractTerms } from "../text/extract-terms.ts";
import { findNames } from "./find-names.ts";
import { quoteAnswer } from "./quote-answer.ts";

const MENTIONS = [
  "The cook discovered that the water was foul.",
  "The man who discovered the leak was rewarded with rum.",
  "An American sailor sang about North America every evening.",
  "The captain wrote letters to his brother.",
  "The boat was painted green by the carpenter.",
  "Nobody knew who discovered the stowaway.",
  "The surgeon was born in a small village.",
  "They bought bread and salt in the harbour.",
];

/** A long book in which nobody discovers any continent. */
const chapters = Array.from({ length: 200 }, (_, chapter) => ({
  text: `In part ${chapter} the crew mended sail ${chapter * 7}. ${MENTIONS[chapter % MENTIONS.length]}`,
  title: "The Long Voyage",
}));

function ask(question: string) {
  const sets = chapters.map(({ text }) => new Set(extractTerms(text)));
  const termWeight = (term: string) => {
    const having = sets.filter((terms) => terms.has(term)).length;
    return Math.log(1 + (sets.length - having + 0.5) / (having + 0.5));
  };
  const asked = new Set(extractTerms(question));
  const passages = chapters
    .map((chapter, index) => {
      const shared = [...asked].filter((term) => sets[index]!.has(term));
      return { ...chapter, score: shared.reduce((sum, term) => sum + termWeight(term), 0) };
    })
    .sort((a, b) => b.score - a.score);
  return quoteAnswer({ question, passages: passages.slice(0, 8), termWeight });
}

describe("a question about a name that the sources do not hold", () => {
  it.each([
    "Who discovered America?",
    "who discovered america",
    "Who discovered Penicillin?",
    "Who wrote Hamlet?",
    "Who painted the Mona Lisa?",
    "When was Napoleon born?",
  ])("declines %s", (question) => {
    expect(ask(question).answered).toBe(false);
  });

  it.each(["Who discovered the leak?", "What colour was the boat painted?"])(
    "answers %s",
    (question) => expect(ask(question).answered).toBe(true),
  );
});

it("declines where the words of a question only share a passage", () => {
  const apart = chapters.map(({ text, title }, index) => ({
    text: index === 7 ? `${text} Jo discovered the leak. Later they spoke of America.` : text,
    title,
    score: index === 7 ? 1 : 0,
  }));
  const termWeight = (term: string) => (["discov", "america"].includes(term) ? 4 : 1);
  const passages = apart.sort((a, b) => b.score - a.score).slice(0, 1);
  const asked = {
    passages,
    termWeight: (term: string) => (term === "\u0000" ? 6 : termWeight(term)),
  };
  expect(quoteAnswer({ ...asked, question: "Who discovered America?" }).answered).toBe(false);
  expect(quoteAnswer({ ...asked, question: "What did Jo discover?" }).answered).toBe(true);
});

describe("findNames", () => {
  it("takes words with a capital inside a sentence", () => {
    expect(findNames("Did he meet Ada Lovelace in London?")).toEqual(
      new Set(["ada", "lovelac", "london"]),
    );
  });

  it("takes no word that begins a sentence", () => {
    expect(findNames("Overtime. Holidays? “Expenses”")).toEqual(new Set());
  });

  it("finds none in capitals", () =>
    expect(findNames("WHO DISCOVERED AMERICA?")).toEqual(new Set()));
});
