import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitSentences } from "./split-sentences.ts";

// A busy machine is slow; time that grows with the square of the size would be minutes.
const GENEROUS_MS = 30_000;

function sentences(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

describe("splitSentences", () => {
  test.each([
    ["English", "It rained. We stayed in! Did you? Yes.", 4],
    ["titles and initials", "Dr. J. R. Smith met Mrs. Jones at St. Mary. They spoke.", 2],
    ["decimals, versions and times", "It costs 3.50 in v2.1.0 at 9 a.m. on weekdays. Fine.", 2],
    ["references", "As Fig. 3 and Eq. 4 in Sec. 2.1 show (cf. pp. 3–9), it holds. So it goes.", 2],
    ["companies that end a sentence", "She works at Acme Inc. The firm is old.", 2],
    ["companies in mid-sentence", "She left Acme Inc. Chicago for good.", 1],
    ["Latin shorthand", "Use a tool, e.g. Vim, i.e. an editor. Then stop.", 2],
    ["quotation marks", "“Go.” He went. 'Why?' she asked. (It was late.) Night fell.", 5],
    ["ellipsis in mid-sentence", "He paused . . . and went on. She left... Then nothing.", 3],
    ["note marks", "The law was old.13 Nobody knew.[4] It stood.[note 2][5] So.", 4],
    ["German", "Das gilt z.B. für Nr. 5 usw. bei uns. Danach nicht mehr.", 2],
    [
      "German ordinals",
      "Wer das 16. Lebensjahr vollendet, zahlt bis 15. Oktober. Es gilt ab dem 3. Tag. Wir sind 12. Danach nicht.",
      4,
    ],
    ["an age that ends one", "I am 16. Can I join? The fee is 20. Pay by May.", 4],
    ["French", "M. Dupont arrive. « Bonjour ! » dit-il. Puis il part.", 3],
    ["Spanish", "¿Qué hora es? ¡Es tarde! El Sr. Ruiz se va.", 3],
    ["Chinese", "他来了。你好吗？“很好。”他说。", 4],
    ["Japanese", "雨が降った。「帰ろう。」と言った。終わり！", 4],
    ["Korean", "비가 왔다. 우리는 집에 있었다. 정말?", 3],
    ["Hindi", "बारिश हुई। हम घर पर रहे। क्या आप आए?", 3],
    ["Arabic", "هل أمطرت؟ نعم. بقينا في البيت.", 3],
    ["Russian", "Шёл дождь. Мы, т.е. я и А. С. Пушкин, сидели дома. Конец.", 3],
    ["blank lines", "A heading\n\nA sentence that goes on", 2],
    ["list lines", "Bring:\n- bread\n- salt and\n1. water", 4],
    ["address lines", "Acme Ltd\nDoylestown, PA 18901\nUSA", 3],
    [
      "wrapped lines",
      "This is a line that was wrapped to fit into the page\nand goes on. Here is another.",
      2,
    ],
  ])("%s", (_, text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });

  test("takes closing marks along and leaves white space between", () => {
    expect(sentences("  “Go!” \n (Now.)  ")).toEqual(["“Go!”", "(Now.)"]);
  });

  test("covers every character but white space, in order", () => {
    const text = fc.string({ unit: fc.constantFrom(...'aB1 .!?。।"”)(\n-•é中') });
    fc.assert(
      fc.property(text, (value) => {
        const spans = splitSentences(value);
        let at = 0;
        for (const { start, end } of spans) {
          expect(value.slice(at, start).trim()).toBe("");
          expect(value.slice(start, end)).toBe(value.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(value.slice(at).trim()).toBe("");
      }),
    );
  });

  test.each(["x", ".", ". ", 'a."', "\n", "- a\n", "?! x "])(
    "takes linear time on repeated %j",
    (part) => {
      const text = part.repeat(Math.ceil(2_000_000 / part.length));
      const started = performance.now();
      splitSentences(text);
      expect(performance.now() - started).toBeLessThan(GENEROUS_MS);
    },
    GENEROUS_MS,
  );
});
