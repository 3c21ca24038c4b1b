import { NO_BOUNDARIES } from "@understudy/core/policy/contract";
import { expect, test } from "vitest";
import { type Character, findChanges } from "./character.ts";

const saved: Character = {
  name: "Nora",
  handle: "nora",
  headline: "",
  bio: "",
  avatarUrl: null,
  purpose: "",
  instructions: "",
  speakingStyle: "",
  answerLength: "medium",
  strictness: "strict",
  language: null,
  firstMessage: "",
  starterQuestions: ["What is an anchor?"],
  noAnswerMessage: "",
  boundaries: NO_BOUNDARIES,
};

test("names what changed and nothing else", () => {
  const draft = { ...saved, headline: "Coach", starterQuestions: [] };
  expect(findChanges(saved, draft)).toEqual({ headline: "Coach", starterQuestions: [] });
});

test("a change typed back is no change", () => {
  expect(findChanges(saved, { ...saved, starterQuestions: ["What is an anchor?"] })).toEqual({});
});

test("of the boundaries, only the part that changed is named, without lines left empty", () => {
  const topic = { id: "1", name: "Tax", examples: ["taxes", ""], reply: "" };
  const draft = { ...saved, boundaries: { ...NO_BOUNDARIES, refusedTopics: [topic] } };
  const refusedTopics = [{ ...topic, examples: ["taxes"] }];
  expect(findChanges(saved, draft)).toEqual({ boundaries: { refusedTopics } });
  const blank = { ...topic, examples: ["taxes", "", " "] };
  const twice = { ...draft, boundaries: { ...draft.boundaries, refusedTopics: [blank] } };
  expect(findChanges({ ...saved, boundaries: { ...NO_BOUNDARIES, refusedTopics } }, twice)).toEqual(
    {},
  );
});
