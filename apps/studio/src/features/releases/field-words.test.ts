import { expect, test } from "vitest";
import { changedLines } from "./field-words.ts";

test("a change is told in lines, whatever its shape", () => {
  expect(changedLines(null, "one\ntwo")).toEqual({ gone: [], come: ["one", "two"] });
  expect(changedLines(["Why?", "When?"], ["When?"])).toEqual({ gone: ["Why?"], come: [] });
  const topic = { id: "x", name: "Shares", reply: "Ask a broker." };
  const rules = { refusedTopics: [topic], citationVisibility: "full" };
  expect(changedLines({ refusedTopics: [], citationVisibility: "full" }, rules)).toEqual({
    gone: [],
    come: ["name: Shares", "reply: Ask a broker."],
  });
});

test("another order is shown whole", () => {
  expect(changedLines(["a", "b"], ["b", "a"])).toEqual({ gone: ["a", "b"], come: ["b", "a"] });
});
