import { describe, expect, it } from "vitest";
import { createPhraseMatcher, readForPhrases } from "./match-phrase.ts";

const isIn = (phrase: string, text: string, before = "") =>
  createPhraseMatcher(phrase).isIn(readForPhrases(text, before));

describe("a phrase is found", () => {
  it.each([
    ["as it is", "We offer guaranteed returns."],
    ["in capitals, across lines", "GUARANTEED\nRETURNS"],
    ["letter by letter", "g u a r a n t e e d returns"],
    ["hyphenated and emphasised", "g**uar**an-teed _returns_!"],
    ["with invisible characters", "gua\u200brant\u00adeed re\u2060turns"],
    ["with direction marks", "gua\u202eranteed returns"],
    ["in Cyrillic and Greek look-alikes", "gυаrаntееd rеturns"],
    ["with a capital look-alike", "GUАRАNTЕЕD RETURNS"],
    ["in mathematical letters", "𝐠𝐮𝐚𝐫𝐚𝐧𝐭𝐞𝐞𝐝 returns"],
    ["in boxes and full width", "🅖🅤🅐🅡🅐🅝🅣🅔🅔🅓 ｒｅｔｕｒｎｓ"],
    ["with accents and strokes laid over", "gùáranteed\u0336 returns"],
    ["in entities", "gu&#97;r&#x61;nt&shy;eed returns"],
    ["parted by a tag or a link", "guar<b></b>anteed [returns](https://a.example)"],
    ["over the end of a sentence", "It is guaranteed! Returns come later."],
  ])("%s", (_, text) => expect(isIn("guaranteed returns", text)).toBe(true));

  it("that begins in what was said before, and not one that ended there", () => {
    expect(isIn("guaranteed returns", " returns are.", "It is guaranteed")).toBe(true);
    expect(isIn("guaranteed returns", " Nothing more.", "guaranteed returns.")).toBe(false);
  });

  it("with stars for endings and for words between", () => {
    expect(isIn("guarantee*", "It is guaranteed.")).toBe(true);
    expect(isIn("guarantee", "It is guaranteed.")).toBe(false);
    expect(isIn("guaranteed * returns", "guaranteed and very high returns")).toBe(true);
    expect(isIn("guaranteed * returns", "guaranteed a b c d e f g h returns")).toBe(false);
  });

  it("in scripts without spaces, and made of signs", () => {
    expect(isIn("保证收益", "我们保证收益很高。")).toBe(true);
    expect(isIn("💊", "Take a 💊.")).toBe(true);
    expect(isIn("💊", "Take a break.")).toBe(false);
  });
});

it.each([
  ["rapist", "Ask a therapist."],
  ["ill", "Richard III"],
  ["cure", "Keep it secure; the rest is obscure."],
  ["guaranteed returns", "Returns are guaranteed."],
])("%s is not in: %s", (phrase, text) => expect(isIn(phrase, text)).toBe(false));
