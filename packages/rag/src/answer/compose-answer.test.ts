import { describe, expect, it } from "vitest";
import { composeAnswer } from "./compose-answer.ts";

function passage(text: string) {
  return { text, title: "Handbook", score: 1 };
}

function spanOf(text: string, words: string, index = 0) {
  const start = text.indexOf(words);
  return { passage: index, start, end: start + words.length };
}

describe("composeAnswer", () => {
  const first =
    "We open\n at nine. We close at five.\n\nParking is free. Call us:\n- by phone\n- by mail";
  const second = "Dogs are welcome.";
  const passages = [passage(first), passage(second)];

  it("keeps neighbours in one paragraph and starts one for each leap and each passage", () => {
    const sentences = [
      spanOf(first, "We open\n at nine."),
      spanOf(first, "We close at five."),
      spanOf(first, "Parking is free."),
      spanOf(second, "Dogs are welcome.", 1),
    ];
    const { text, parts } = composeAnswer({ passages, sentences });
    expect(text).toBe("We open at nine. We close at five. Parking is free.\n\nDogs are welcome.");
    for (const { passage: at, start, end, answerSpan } of parts) {
      const quoted = passages[at]!.text.slice(start, end).replace(/\s+/g, " ");
      expect(text.slice(answerSpan.start, answerSpan.end)).toBe(quoted);
    }
  });

  it("gives list items a line and a bullet that belongs to no quote", () => {
    const sentences = [
      spanOf(first, "Call us:"),
      spanOf(first, "by phone"),
      spanOf(first, "by mail"),
    ];
    const { text, parts } = composeAnswer({ passages, sentences });
    expect(text).toBe("Call us:\n- by phone\n- by mail");
    expect(parts.map(({ answerSpan }) => text.slice(answerSpan.start, answerSpan.end))).toEqual([
      "Call us:",
      "by phone",
      "by mail",
    ]);
  });

  const prices =
    "Prices\n\nItem | Price\nNucleus of five frames with a queen | 180 €\nQueen | 42 €";
  const rows = [
    spanOf(prices, "Nucleus of five frames with a queen | 180 €"),
    spanOf(prices, "Queen | 42 €"),
  ];

  it("sets rows of a table under its header, and what follows below it", () => {
    const sentences = [...rows, spanOf(second, second, 1)];
    const { text, parts } = composeAnswer({
      passages: [passage(prices), passage(second)],
      sentences,
    });
    expect(text).toBe(
      "| Item | Price |\n| --- | --- |\n| Nucleus of five frames with a queen | 180 € |\n| Queen | 42 € |\n\nDogs are welcome.",
    );
    expect(parts.map(({ answerSpan }) => text.slice(answerSpan.start, answerSpan.end))).toEqual([
      "Nucleus of five frames with a queen | 180 €",
      "Queen | 42 €",
      "Dogs are welcome.",
    ]);
  });

  it("knows the header of a passage that begins within a table, and invents none", () => {
    const cut = { ...passage("Queen | 42 €"), headings: ["Prices", "Item | Price"] };
    const sentences = [spanOf(cut.text, cut.text)];
    expect(composeAnswer({ passages: [cut], sentences }).text).toBe(
      "| Item | Price |\n| --- | --- |\n| Queen | 42 € |",
    );
    const bare = passage("Queen | 42 €\nDrone | 1 €");
    expect(composeAnswer({ passages: [bare], sentences }).text).toBe("Queen | 42 €");
  });

  it("puts no space where the script has none", () => {
    const text = "営業は九時からです。日曜は休みです。";
    const sentences = [spanOf(text, "営業は九時からです。"), spanOf(text, "日曜は休みです。")];
    expect(composeAnswer({ passages: [passage(text)], sentences }).text).toBe(text);
  });

  it("is empty for no sentences", () => {
    expect(composeAnswer({ passages, sentences: [] })).toEqual({ text: "", parts: [] });
  });
});
