import { describe, expect, test } from "vitest";
import { type Anchor, matchAnchors } from "./match-anchors.ts";

const words = (topic: string) =>
  Array.from({ length: 12 }, (_, day) => `On day ${day} the ${topic} was seen from tower ${day}.`);

function version(...parts: { text: string; headings?: string[] }[]): Anchor[] {
  return parts.map(({ text, headings = [] }, ordinal) => ({
    text,
    headings,
    ordinal,
    contentHash: text,
    beforeHash: parts[ordinal - 1]?.text ?? null,
    afterHash: parts[ordinal + 1]?.text ?? null,
  }));
}
const LAMP = { text: words("lamp").join(" "), headings: ["Lamp"] };
const BELL = { text: words("bell").join(" "), headings: ["Bell"] };
const NOTE = { text: "Call the keeper.", headings: [] };

describe("an anchor", () => {
  test("is found word for word wherever its passage has moved", () => {
    const [lamp] = version(LAMP, BELL);
    const later = version(NOTE, BELL, { ...LAMP, headings: ["Elsewhere"] });
    expect(matchAnchors([lamp!], later)).toEqual([{ ordinal: 2, isExact: true }]);
  });

  test("among equal passages is found by headings, then by neighbours, then by nearness", () => {
    const before = version(LAMP, NOTE, BELL, NOTE);
    const [, first, , second] = before;
    expect(matchAnchors([second!, first!], before).map((match) => match?.ordinal)).toEqual([3, 1]);
    const swapped = version(NOTE, BELL, NOTE, LAMP);
    expect(matchAnchors([first!], swapped)[0]?.ordinal).toBe(0);
  });

  test("is found by likeness under its own headings only", () => {
    const [lamp] = version(LAMP);
    const reworded = LAMP.text.replace("On day 3", "On the third day");
    expect(matchAnchors([lamp!], version(BELL, { ...LAMP, text: reworded }))).toEqual([
      { ordinal: 1, isExact: false },
    ]);
    expect(matchAnchors([lamp!], version({ text: reworded, headings: ["Else"] }))).toEqual([null]);
  });

  test("is not found where its passage is gone, or two are as like it", () => {
    const [lamp] = version(LAMP);
    expect(matchAnchors([lamp!], version(BELL, NOTE))).toEqual([null]);
    const [a, b] = ["day 3", "day 4"].map((day) => LAMP.text.replace(day, "some day"));
    const twins = version({ ...LAMP, text: a! }, { ...LAMP, text: b! });
    expect(matchAnchors([lamp!], twins)).toEqual([null]);
  });

  test("takes no passage that another has", () => {
    const [lamp] = version(LAMP);
    expect(matchAnchors([lamp!, lamp!], version(LAMP))).toEqual([
      { ordinal: 0, isExact: true },
      null,
    ]);
    expect(matchAnchors([lamp!], version(LAMP), new Set([0]))).toEqual([null]);
  });
});
