import type { Citation, Message } from "@understudy/core/conversation/contract";
import { expect, test } from "vitest";
import { blankExpectation, draftOfAnswer, isWhole } from "./test-draft.ts";

const said = (id: string, role: "user" | "assistant", more: Partial<Message> = {}) =>
  ({ id, role, text: id, citations: [], answered: true, verified: false, ...more }) as Message;
const citation = { chunkId: "chunk", sourceId: "source", sourceTitle: "Log", quote: "At seven." };

test("an answer becomes a test of what it shows", () => {
  const cited = { citations: [citation as Citation] };
  const thread = [
    said("When?", "user"),
    said("a1", "assistant", cited),
    said("Who?", "user"),
    said("a2", "assistant", { answered: false }),
    said("a3", "assistant", { verified: true }),
  ];
  expect(draftOfAnswer(thread, "a1")).toEqual({
    question: "When?",
    expectations: [
      {
        kind: "cites_passage",
        chunkId: "chunk",
        sourceId: "source",
        sourceTitle: "Log",
        text: "At seven.",
      },
    ],
  });
  expect(draftOfAnswer(thread, "a2")).toEqual({
    question: "Who?",
    expectations: [{ kind: "refuses" }],
  });
  expect(draftOfAnswer(thread, "a3").expectations).toEqual([{ kind: "verified" }]);
  expect(draftOfAnswer(thread, "gone").question).toBe("");
});

test("a passage that is reclaimed leaves its source to be cited", () => {
  const reclaimed = { ...citation, chunkId: null } as Citation;
  const thread = [said("When?", "user"), said("a", "assistant", { citations: [reclaimed] })];
  const [first] = draftOfAnswer(thread, "a").expectations;
  expect(first).toEqual({ kind: "cites_source", sourceId: "source", sourceTitle: "Log" });
});

test("what is left blank keeps a test from being kept", () => {
  expect(isWhole(blankExpectation("refuses"))).toBe(true);
  for (const kind of ["contains", "lacks", "judged", "cites_source", "cites_passage"] as const) {
    expect(isWhole(blankExpectation(kind))).toBe(false);
  }
});
