import { expect, test } from "vitest";
import { draftOf, EMPTY_DRAFT, readDraft } from "./answer-draft.ts";

test("what was written is read back as it was", () => {
  const written = {
    ...EMPTY_DRAFT,
    question: "May I?",
    phrasings: "Can I?\n\n  Am I allowed to? ",
    answer: "Yes.",
    reviewDay: "2027-01-31",
  };
  const read = readDraft(written);
  expect(read.phrasings).toEqual(["Can I?", "Am I allowed to?"]);
  expect(draftOf(read)).toEqual({ ...written, phrasings: "Can I?\nAm I allowed to?" });
  expect(readDraft(EMPTY_DRAFT).reviewBy).toBeNull();
});
