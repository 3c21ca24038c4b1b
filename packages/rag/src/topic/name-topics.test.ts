import { expect, test } from "vitest";
import { keyTerms } from "../text/key-terms.ts";
import { nameTopics } from "./name-topics.ts";

const asked = [
  "Where is my card?",
  "When will my card arrive?",
  "Has my card arrived yet?",
  "Track the delivery of my card",
  "How do I get a refund?",
  "Are refunds paid for a card order?",
  "Refund of a card payment",
  "I want my refund",
  "What is the exchange rate for a card payment abroad?",
];
const questions = asked.map((text) => ({ terms: keyTerms(text) }));

test("a topic is called by what tells it from the others, in all its forms, not by what all have", () => {
  const topics = nameTopics(questions, [[0, 1, 2, 3], [4, 5, 6, 7], [8]], { limit: 5 });
  expect(topics.map(({ name }) => name)).toEqual(["Refund", "Arrive"]);
  expect(topics[0]!.words.toSorted()).toEqual(["refund", "refunds"]);
  expect(topics[1]!.words.toSorted()).toEqual(["arrive", "arrived"]);
  expect(topics[0]!.members.toSorted()).toEqual([4, 5, 6, 7]);
});

test("no word is of two topics, and no more topics are named than were asked for", () => {
  const groups = [
    [0, 1, 2, 3, 8],
    [4, 5, 6, 7],
    [5, 6],
  ];
  const topics = nameTopics(questions, groups, { limit: 5 });
  const words = topics.flatMap((topic) => topic.words);
  expect(new Set(words).size).toBe(words.length);
  expect(nameTopics(questions, groups, { limit: 1 })).toHaveLength(1);
});

test("nothing asked makes no topics", () => {
  expect(nameTopics([], [], { limit: 5 })).toEqual([]);
});
