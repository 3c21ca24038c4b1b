import { expect, test } from "vitest";
import { type Character, findChanges } from "./character.ts";

const saved: Character = {
  name: "Nora",
  handle: "nora",
  headline: "",
  bio: "",
  purpose: "",
  instructions: "",
  speakingStyle: "",
  answerLength: "medium",
  strictness: "strict",
  language: null,
  firstMessage: "",
  starterQuestions: ["What is an anchor?"],
  noAnswerMessage: "",
};

test("names what changed and nothing else", () => {
  const draft = { ...saved, headline: "Coach", starterQuestions: [] };
  expect(findChanges(saved, draft)).toEqual({ headline: "Coach", starterQuestions: [] });
});

test("a change typed back is no change", () => {
  expect(findChanges(saved, { ...saved, starterQuestions: ["What is an anchor?"] })).toEqual({});
});
