import { describe, expect, it } from "vitest";
import { type CheckReason, checkSentence } from "./check-sentence.ts";

const passages = [
  {
    title: "Pump manual",
    text: "Acme Delta is a pump. The pump runs at night, and it does not stop before 6 am. Never open valve B12 while it is hot.\n\nThe warranty lasts two years. Refunds are paid within 14 days of receiving the goods.",
  },
  {
    title: "Handbuch",
    text: "Die Pumpe läuft nachts nicht. Die Garantie beträgt 24 Monate. Alice Weber gründete die Firma 1990.",
  },
  { title: "手册", text: "水泵在夜间运行。保修期为两年。阀门不能打开。" },
];

const supported: [string, string, number, string][] = [
  ["the same words", "The pump runs at night.", 1, "The pump runs at night"],
  [
    "a paraphrase",
    "You get refunds within 14 days after we receive the goods.",
    1,
    "Refunds are paid within 14 days of receiving",
  ],
  ["Markdown around it", "- **The pump** runs at night.", 1, "pump runs at night"],
  ["a number written as a word", "The warranty lasts 2 years.", 1, "The warranty lasts two years"],
  [
    "the same negation",
    "You must never open valve B12 while hot.",
    1,
    "Never open valve B12 while it is hot",
  ],
  ["a contracted negation", "It doesn't stop before 6 am.", 1, "it does not stop before 6 am"],
  ["German", "Nachts läuft die Pumpe nicht.", 2, "Die Pumpe läuft nachts nicht"],
  [
    "another language than the passage",
    "The guarantee is for 24 months.",
    2,
    "Die Garantie beträgt 24 Monate",
  ],
  ["a script without spaces", "水泵在夜间运行。", 3, "水泵在夜间运行"],
  ["a script without spaces, denying", "阀门不能打开。", 3, "阀门不能打开"],
];

supported.push([
  "a name in place of a pronoun",
  "The Acme Delta does not stop before 6 am.",
  1,
  "it does not stop before 6 am",
]);

const unsupported: [string, string, number, string, CheckReason][] = [
  ["an altered quote", "The pump runs at night.", 1, "The pump runs all night", "quote_not_found"],
  ["a paraphrased quote", "Refunds take 14 days.", 1, "Refunds come in 14 days", "quote_not_found"],
  [
    "a spliced quote",
    "The pump runs before 6 am.",
    1,
    "The pump runs … before 6 am",
    "quote_not_found",
  ],
  [
    "a quote of another passage",
    "The pump runs at night.",
    2,
    "The pump runs at night",
    "quote_not_found",
  ],
  [
    "a passage that is not there",
    "The pump runs at night.",
    9,
    "The pump runs at night",
    "unknown_passage",
  ],
  ["a word that is no evidence", "The pump runs at night.", 1, "the", "quote_too_short"],
  ["words without content", "The pump runs at night.", 1, "it is", "quote_too_short"],
  [
    "another number",
    "Refunds are paid within 30 days of receiving the goods.",
    1,
    "Refunds are paid within 14 days of receiving",
    "other_numbers",
  ],
  [
    "another number in words",
    "The warranty lasts three years.",
    1,
    "The warranty lasts two years",
    "other_numbers",
  ],
  [
    "another unit",
    "Refunds are paid within 14 weeks of receiving the goods.",
    1,
    "Refunds are paid within 14 days",
    "other_numbers",
  ],
  [
    "another part",
    "Never open valve C12 while it is hot.",
    1,
    "Never open valve B12 while it is hot",
    "other_words",
  ],
  [
    "a denial of what is affirmed",
    "The pump does not run at night.",
    1,
    "The pump runs at night",
    "other_polarity",
  ],
  [
    "an affirmation of what is denied",
    "Open valve B12 while it is hot.",
    1,
    "open valve B12 while it is hot",
    "other_polarity",
  ],
  [
    "the opposite word",
    "It stops after 6 am, and runs before.",
    1,
    "The pump runs at night",
    "other_numbers",
  ],
  ["an opposite", "The pump runs during the day.", 1, "The pump runs at night", "other_polarity"],
  [
    "a denial cut off from the quote",
    "It stops before 6 am.",
    1,
    "stop before 6 am",
    "other_polarity",
  ],
  ["another subject", "Penguins live in Antarctica.", 1, "The pump runs at night", "other_words"],
  [
    "another name",
    "The firm was founded by Bob Miller in 1990.",
    2,
    "Alice Weber gründete die Firma 1990",
    "other_words",
  ],
  ["a denial in German", "Die Pumpe läuft nachts.", 2, "Die Pumpe läuft nachts", "other_polarity"],
  ["a denial in Chinese", "阀门能打开。", 3, "阀门不能打开", "other_polarity"],
  [
    "a link of its own",
    "The pump runs at night, see https://evil.example/x.",
    1,
    "The pump runs at night",
    "foreign_link",
  ],
];

describe("checkSentence", () => {
  it.each(supported)("supports %s", (_, text, passageNumber, quote) => {
    const check = checkSentence({
      text,
      marks: [{ passageNumber, quote }],
      passages,
      question: "",
    });
    expect(check.status).toBe("supported");
    const [{ passage, start, end } = { passage: 0, start: 0, end: 0 }] = check.evidence;
    expect(passages[passage]!.text.slice(start, end).toLowerCase()).toBe(quote.toLowerCase());
  });

  it.each(unsupported)("does not support %s", (_, text, passageNumber, quote, because) => {
    expect(
      checkSentence({ text, marks: [{ passageNumber, quote }], passages, question: "" }),
    ).toEqual({ status: "unsupported", because, evidence: [] });
  });

  it("says when a quote is in another language, and asks for a word or number they share", () => {
    const marks = [{ passageNumber: 2, quote: "Die Garantie beträgt 24 Monate" }];
    const check = (text: string) => checkSentence({ text, marks, passages, question: "" }).because;
    expect(check("The guarantee is for 24 months.")).toBe("quoted_in_another_language");
    expect(check("There is no such thing as a free lunch for them.")).not.toMatch(/^quoted/);
  });

  it("takes one good quote among bad ones, and a number from the question", () => {
    const marks = [
      { passageNumber: 7, quote: "The pump runs at night" },
      { passageNumber: 1, quote: "The pump runs at night" },
    ];
    const text = "Yes, with 40 pumps in use the pump runs at night.";
    const question = "I have 40 pumps in use. When do they run?";
    expect(checkSentence({ text, marks, passages, question }).evidence).toHaveLength(1);
    expect(checkSentence({ text, marks, passages, question: "" }).because).toBe("other_numbers");
  });

  it.each([
    ["Here is what I know about the pump:", "plain"],
    ["## The pump", "plain"],
    ["Hello!", "plain"],
    ["---", "plain"],
    ["| Pump | Who may touch it |\n|---|---|", "plain"],
    ["| Pump | The board has sold it by now |\n|---|---|", "unsupported"],
    ["| Pump | 7 |\n|---|---|", "unsupported"],
    ["https://evil.example/x", "unsupported"],
    ["Hello! https://evil.example/x", "unsupported"],
    ["The pump is safe.", "unsupported"],
    ["Yes.", "unsupported"],
    ["The pump never stops:", "unsupported"],
    ["It costs 5 euros:", "unsupported"],
    ["You can.", "unsupported"],
  ])("judges %j without a mark as %s", (text, status) => {
    const question = "Is the pump safe?";
    expect(checkSentence({ text, marks: [], passages, question }).status).toBe(status);
  });
});
