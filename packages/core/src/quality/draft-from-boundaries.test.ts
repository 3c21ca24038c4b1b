import { expect, test } from "vitest";
import { draftFromBoundaries } from "./draft-from-boundaries.ts";

const id = "00000000-0000-7000-8000-000000000001";

test("each rule is asked for what it demands", () => {
  const boundaries = {
    refusedTopics: [
      {
        id,
        name: "Shares",
        examples: ["Which shares do I buy?", "stocks"],
        reply: "Ask a broker.",
      },
      { id, name: "Politics", examples: [], reply: "" },
    ],
    blockedPhrases: [
      { id, phrase: "guaranteed return", replacement: "" },
      { id, phrase: "guarant*", replacement: "" },
    ],
    disclaimers: [
      { id, text: "This is no legal advice.", place: "after", topic: { examples: ["May I sue?"] } },
      { id, text: "Everywhere.", place: "after", topic: null },
    ],
    allowedTopics: [{ id, name: "Boats", examples: ["When does the boat leave?"] }],
  };
  const told = draftFromBoundaries({ boundaries }).map(({ question, expectations }) => [
    question,
    ...expectations,
  ]);
  expect(told).toEqual([
    ["Which shares do I buy?", { kind: "refuses" }, { kind: "contains", text: "Ask a broker." }],
    ["Politics?", { kind: "refuses" }],
    ["guaranteed return?", { kind: "lacks", text: "guaranteed return" }],
    ["May I sue?", { kind: "contains", text: "This is no legal advice." }],
    ["When does the boat leave?", { kind: "supported", share: 0.5 }],
  ]);
  expect(draftFromBoundaries({ boundaries: {} })).toEqual([]);
});
