import { expect, test } from "vitest";
import { changedLines } from "./field-words.ts";

const linesOf = (before: unknown, after: unknown) =>
  changedLines({ field: "instructions", before, after });

test("a change is told in lines, whatever its shape", () => {
  expect(linesOf(null, "one\ntwo")).toEqual({ gone: [], come: ["one", "two"] });
  expect(linesOf(["Why?", "When?"], ["When?"])).toEqual({ gone: ["Why?"], come: [] });
  const topic = { id: "x", name: "Shares", reply: "Ask a broker." };
  const rules = { refusedTopics: [topic], citationVisibility: "full" };
  expect(linesOf({ refusedTopics: [], citationVisibility: "full" }, rules)).toEqual({
    gone: [],
    come: ["name: Shares", "reply: Ask a broker."],
  });
});

test("another order is shown whole", () => {
  expect(linesOf(["a", "b"], ["b", "a"])).toEqual({ gone: ["a", "b"], come: ["b", "a"] });
});

test("what is kept as a code is told by its name", () => {
  const spoken = { field: "language", before: "en", after: "de" } as const;
  expect(changedLines(spoken)).toEqual({ gone: ["English"], come: ["German"] });
  const long = { field: "answerLength", before: "short", after: "long" } as const;
  expect(changedLines(long)).toEqual({ gone: ["Short"], come: ["Long"] });
});
