import { expect, test } from "vitest";
import { phraseQuestions } from "./phrase-questions.ts";

const passage = (text: string, ...headings: string[]) => ({ text, headings });

test("a passage that asks itself gives its own question first", () => {
  const faq = passage("Can I bring a dog? Yes, on a lead.", "About visits");
  expect(phraseQuestions(faq)).toEqual(["Can I bring a dog?", "About visits?"]);
});

test("a heading is asked in whatever language it has", () => {
  expect(phraseQuestions(passage("Wir öffnen um acht.", "2.1 Öffnungszeiten im Winter"))).toEqual([
    "Öffnungszeiten im Winter?",
  ]);
  const marked = passage("# Stores\n\n## Relief of the keepers\n\nEvery six weeks.");
  expect(phraseQuestions(marked)).toEqual(["Relief of the keepers?"]);
});

test("what a sentence defines is asked for; a pronoun is no subject, nor is a clause", () => {
  expect(phraseQuestions(passage("The relief boat is painted red."))).toEqual([
    "What is the relief boat?",
  ]);
  expect(phraseQuestions(passage("A barrel of oil costs nine crowns."))).toEqual([
    "What does a barrel of oil cost?",
  ]);
  expect(phraseQuestions(passage("It was cold. They were tired."))).toEqual([]);
  expect(phraseQuestions(passage("If the price is all that is left, add a term."))).toEqual([]);
  expect(phraseQuestions(passage("It lists what was agreed."))).toEqual([]);
});

test("words without any of that give no question, nor does what somebody else is told to ask", () => {
  expect(phraseQuestions(passage("Ropes, lamps, flags and oil.", "Stores"))).toEqual([]);
  expect(phraseQuestions(passage('Ask "Who else needs to be there?" and wait.'))).toEqual([]);
});
