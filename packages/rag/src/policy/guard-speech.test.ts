import { expect, it } from "vitest";
import { answers } from "../chat/testing/wire-replies.ts";
import { PROMPT_BUDGET } from "../write/prompt-budget.ts";
import { scriptModel } from "../write/testing/scripted-model.ts";
import { testCharacter } from "../write/testing/test-character.ts";
import { writeAnswer } from "../write/write-answer.ts";
import { compilePolicy } from "./compile-policies.ts";
import { createSpeechGuard } from "./guard-speech.ts";
import { noRules } from "./testing/no-rules.ts";

const PROFIT = "The fund is run by the council of Mirny.";
const passages = [
  { title: "Fund", text: `${PROFIT} Its returns are guaranteed. Returns grow. It pays in May.` },
];
const policies = [
  await compilePolicy({
    ...noRules,
    blockedPhrases: [
      { id: "no", phrase: "guaranteed", replacement: "" },
      { id: "instead", phrase: "council of Mirny", replacement: "Its owners run it." },
      { id: "split", phrase: "grow it pays", replacement: "" },
    ],
    refusedTopics: [{ id: "tax", name: "Tax", examples: ["taxes"], reply: "Ask an adviser." }],
  }),
];

async function write(text: string, pieces: (text: string) => string[]) {
  await using scripted = await scriptModel(answers(...pieces(text)));
  const guard = createSpeechGuard(policies);
  const input = {
    model: scripted.model,
    character: testCharacter,
    passages,
    question: "How does the fund do?",
    history: [],
    nonce: "k7Qw92mZx4Lp",
    budget: PROMPT_BUDGET,
    policy: "mark" as const,
    guard,
  };
  let said = "";
  const shown: string[] = [];
  const signal = new AbortController().signal;
  for await (const event of writeAnswer(input, { signal, correlationId: "test" })) {
    if (event.type === "end") return { said, end: event, guard, shown };
    const { start, end } = event.answerSpan;
    said += event.text;
    shown.push(said.slice(start, end));
  }
  throw new Error("no end");
}

const MARKED = [
  `${PROFIT} ⟦1|${PROFIT.slice(0, -1)}⟧`,
  "Its returns are gu\u00adаranteed. ⟦1|Its returns are guaranteed⟧",
  "It is free of taxes.",
  "Returns grow. ⟦1|Its returns are guaranteed. Returns grow⟧",
  "It pays in May. ⟦1|It pays in May⟧",
].join(" ");

it.each<[string, (text: string) => string[]]>([
  ["whole", (text) => [text]],
  ["unit by unit", (text) => text.split("")],
])("what rules forbid is never shown, streamed %s", async (_, pieces) => {
  const { said, shown, guard, end } = await write(MARKED, pieces);
  expect(said).toBe("Its owners run it. Returns grow.");
  expect(shown).toEqual(["Its owners run it.", "Returns grow."]);
  expect(end.answered).toBe(true);
  expect(guard.interventions.map(({ rule, matched }) => [rule.kind, rule.id, matched])).toEqual([
    ["blocked_phrase", "instead", "council of Mirny"],
    ["blocked_phrase", "no", "guaranteed"],
    ["refused_topic", "tax", "Tax"],
    ["blocked_phrase", "split", "grow it pays"],
  ]);
});

it("an answer of which nothing may be said is none", async () => {
  const { said, end, guard } = await write(
    "Its returns are guaranteed. ⟦1|Its returns are guaranteed⟧ Taxes are none.",
    (text) => [text],
  );
  expect(said).toBe("");
  expect(end.answered).toBe(false);
  expect(guard.interventions.find(({ reply }) => reply)?.reply).toBe("Ask an adviser.");
});

it("words that are vouched for may speak of a refused topic, and not say a blocked phrase", () => {
  const guard = createSpeechGuard(policies);
  expect(guard.judge("No taxes here.", { isVouchedFor: true })).toBeNull();
  expect(guard.judge("It is guaranteed.", { isVouchedFor: true })).not.toBeNull();
});
