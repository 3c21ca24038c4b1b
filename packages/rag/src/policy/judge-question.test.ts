import { expect, it } from "vitest";
import { compilePolicy } from "./compile-policies.ts";
import { judgeQuestion } from "./judge-question.ts";
import { noRules } from "./testing/no-rules.ts";

const refusing = await compilePolicy({
  ...noRules,
  refusedTopics: [
    {
      id: "tips",
      name: "Investment advice",
      examples: [
        "stock tips",
        "Which shares should I buy?",
        "Is now a good time to sell my shares?",
      ],
      reply: "I give no tips.",
    },
    { id: "politik", name: "Politik", examples: ["Wen soll ich wählen?"], reply: "" },
  ],
});
const refusalOf = (...wordings: string[]) => judgeQuestion([refusing], wordings);

it.each([
  ["any stock tips for me?", "tips", "stock tips"],
  ["Do you give investment advice", "tips", "Investment advice"],
  ["Which shares should I buy now?", "tips", "Which shares should I buy?"],
  ["s t o c k t i p s please", "tips", "stock tips"],
  ["any stосk tірs?", "tips", "stock tips"],
  ["Was hältst du von Politik?", "politik", "Politik"],
])("refuses: %s", (question, id, matched) => {
  const rule = { scope: "twin", kind: "refused_topic", id };
  expect(refusalOf(question)).toMatchObject({ rule, matched, decidedBy: "words" });
});

it.each([
  "How do I write an invoice?",
  "Who buys the coffee for the office?",
  "May I share my notes with a friend?",
])("lets in: %s", (question) => expect(refusalOf(question)).toBeNull());

it("judges each wording: what was asked, and what it means", () => {
  expect(refusalOf("And now?", "Which shares should I buy now?")?.reply).toBe("I give no tips.");
});

it("keeps out what is on none of the allowed topics", async () => {
  const narrow = await compilePolicy({
    ...noRules,
    allowedTopics: [
      { id: "1", name: "Rowing", examples: ["oars", "How do I hold the oars in a headwind?"] },
    ],
    outsideReply: "Ask me about rowing.",
  });
  const judge = (question: string) => judgeQuestion([narrow], [question]);
  expect(judge("Which oars are best?")).toBeNull();
  expect(judge("How should I hold it in a strong headwind?")).toBeNull();
  expect(judge("What is the capital of France?")).toEqual({
    rule: { scope: "twin", kind: "allowed_topics", id: null },
    reply: "Ask me about rowing.",
    name: null,
    matched: null,
    decidedBy: "words",
  });
});
