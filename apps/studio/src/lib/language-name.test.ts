import { expect, test } from "vitest";
import { languageName } from "./language-name.ts";

test("a language is told by its name, and anything else as it is", () => {
  expect(["de", "pt-BR", "no tag!"].map(languageName)).toEqual([
    "German",
    "Brazilian Portuguese",
    "no tag!",
  ]);
});
