import { expect, test } from "vitest";
import { buildLines } from "./build-lines.ts";
import { readRuns } from "./read-runs.ts";

interface Shown {
  str: string;
  width: number;
  dir?: "rtl";
}

/** From left to right on one line, as programs write text of either direction. */
function line(...shown: Shown[]) {
  let x = 0;
  const items = shown.map(({ str, width, dir = "ltr" }) => {
    const item = { str, dir, width, height: 10, transform: [10, 0, 0, 10, x, 700], fontName: "f" };
    x += width;
    return item;
  });
  return buildLines(readRuns(items, [1, 0, 0, -1, 0, 792]))[0]!;
}

const space: Shown = { str: " ", width: 3 };

test("a line from right to left reads its parts so, and numbers and foreign words in their own way", () => {
  const { text } = line(
    { str: ".2024", width: 25 },
    space,
    { str: "בשנת", width: 20, dir: "rtl" },
    space,
    { str: "(", width: 3 },
    { str: "HR Portal", width: 40 },
    { str: ")", width: 3 },
    space,
    { str: "42.50", width: 25 },
    space,
    { str: "המחיר", width: 30, dir: "rtl" },
  );
  expect(text).toBe("המחיר (HR Portal) 42.50 בשנת 2024.");
});

test("the parts of one word are put together from right to left", () => {
  const { text } = line(
    { str: "كة.", width: 17, dir: "rtl" },
    { str: "للشر", width: 17, dir: "rtl" },
    space,
    { str: "البوابة", width: 30, dir: "rtl" },
  );
  expect(text).toBe("البوابة للشركة.");
});

test("a word from right to left stands in a line from left to right where it was set", () => {
  const { text } = line(
    { str: "The word", width: 40 },
    space,
    { str: "עולם", width: 20, dir: "rtl" },
    space,
    { str: "שלום", width: 20, dir: "rtl" },
    space,
    { str: "means hello to the world", width: 100 },
  );
  expect(text).toBe("The word שלום עולם means hello to the world");
});
