import type { Citation, Message } from "@understudy/core/conversation/contract";
import { expect, test } from "vitest";
import { blankExpectation, draftOfAnswer, isWhole } from "./test-draft.ts";

const citation = { chunkId: "chunk", sourceId: "source", sourceTitle: "Log", quote: "At seven." };
const draft = (more: Partial<Message>) =>
  draftOfAnswer({
    standalone: "When is the lamp lit?",
    message: { citations: [], answered: true, verified: false, ...more } as Message,
  });

test("an answer becomes a test of what it shows, asked without its conversation", () => {
  const passage = {
    kind: "cites_passage",
    chunkId: "chunk",
    sourceId: "source",
    sourceTitle: "Log",
    text: "At seven.",
  };
  expect(draft({ citations: [citation as Citation] })).toEqual({
    question: "When is the lamp lit?",
    expectations: [passage],
  });
  expect(draft({ answered: false }).expectations).toEqual([{ kind: "refuses" }]);
  expect(draft({ verified: true }).expectations).toEqual([{ kind: "verified" }]);
});

test("a passage that is reclaimed leaves its source to be cited", () => {
  const [first] = draft({ citations: [{ ...citation, chunkId: null } as Citation] }).expectations;
  expect(first).toEqual({ kind: "cites_source", sourceId: "source", sourceTitle: "Log" });
});

test("what is left blank keeps a test from being kept", () => {
  expect(isWhole(blankExpectation("refuses"))).toBe(true);
  for (const kind of ["contains", "lacks", "judged", "cites_source", "cites_passage"] as const) {
    expect(isWhole(blankExpectation(kind))).toBe(false);
  }
});
