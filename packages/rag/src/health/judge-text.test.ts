import { expect, test } from "vitest";
import { judgeText } from "./judge-text.ts";

const PROSE = "The keeper lights the lamp at dusk and writes the hour into the log. ".repeat(10);

test("prose is as it should be, on any number of pages that it fills", () => {
  expect(judgeText(PROSE, null)).toBeNull();
  expect(judgeText(PROSE, 5)).toBeNull();
});

test("a language with accents, a table and code are no rubbish", () => {
  expect(judgeText("Où êtes-vous né, à Orléans ? Âgé de cinq ans, déjà. ".repeat(9), 1)).toBeNull();
  expect(judgeText("| A | 12 | 3.5 |\n| Total | 14 | 8.25 |\n".repeat(12), 1)).toBeNull();
  expect(judgeText("const a = [1, 2];\nif (a.length > 1) return a;\n".repeat(9), 1)).toBeNull();
});

test.each([
  ["thin", "Slide one", 20],
  ["replacement", PROSE.replaceAll("lamp", "l\ufffdmp"), 1],
  ["mojibake", PROSE.replaceAll("keeper", "gÃ¤rtner"), 1],
  ["glyphs", PROSE.replaceAll("lamp", "(cid:12)(cid:7)"), 1],
  ["fragments", "T h e k p r l g h t s t h e l m p |~ rn ^^ w r t s ~~ ".repeat(9), 1],
] as const)("%s is seen", (fault, text, pages) => {
  expect(judgeText(text, pages)).toMatchObject({ fault });
});
