import { expect, test } from "vitest";
import { buildSegment } from "../index/build-segment.ts";
import { createTwinIndex } from "../index/twin-index.ts";
import { languageOf, listForeign, listLanguages } from "./list-languages.ts";

const TEXTS = {
  en: [
    "The pump of the north office was built by the harbour board, and it runs for eleven hours.",
    "When the seal is worn it must be replaced before the pump can be started again.",
    "They should not open the valve while the water is rising, because that would flood it.",
  ],
  de: [
    "Die Pumpe wurde von der Hafenbehörde gebaut, und sie läuft elf Stunden am Tag.",
    "Wenn die Dichtung abgenutzt ist, muss sie ersetzt werden, bevor man die Pumpe startet.",
    "Man darf das Ventil nicht öffnen, während das Wasser steigt, weil es sonst überläuft.",
  ],
  ja: ["ポンプは港湾局によって建てられました。それは一日に十一時間動きます。"],
};

function index(...texts: string[]) {
  const made = createTwinIndex();
  made.add("all", buildSegment(texts.map((text) => ({ text, title: "" }))));
  return made;
}

test.each([
  [["en"], [...TEXTS.en]],
  [["de"], [...TEXTS.de]],
  [
    ["de", "en"],
    [...TEXTS.en, ...TEXTS.de],
  ],
  [["ja"], [...TEXTS.ja]],
  [[], []],
])("%j is what the passages are written in", (languages, texts) => {
  expect(listLanguages(index(...texts)).toSorted()).toEqual(languages);
});

test.each([
  ["en", "How long does the pump run each day?"],
  ["de", "Wie lange läuft die Pumpe am Tag?"],
  ["fr", "Combien de temps la pompe fonctionne-t-elle par jour ?"],
  ["ru", "Как долго работает насос?"],
  [null, "Kereva"],
])("%s is what is asked in: %s", (language, question) => {
  expect(languageOf(question)).toBe(language);
});

test("a question is asked anew in the languages that it is not in, and never where it is at home", () => {
  const english = index(...TEXTS.en);
  expect(listForeign(english, "Wie lange läuft die Pumpe am Tag?")).toEqual(["en"]);
  expect(listForeign(english, "How long does the pump run?")).toEqual([]);
  expect(listForeign(english, "pump")).toEqual([]);
  expect(listForeign(english, "Öffnungszeiten")).toEqual(["en"]);
  const both = index(...TEXTS.en, ...TEXTS.de);
  expect(listForeign(both, "How long does the pump run?")).toEqual(["de"]);
});
