import fc from "fast-check";
import { expect, test } from "vitest";
import { effectsOf, type Wish } from "./effects-of.ts";

const TEXT = "The lamp is red. The bell is new. The gate is shut. The well is deep.";

/** Passages of two sentences each, the second repeated in the next. */
function cut(...spans: [number, number][]) {
  return spans.map(([start, end], ordinal) => ({
    ordinal,
    text: TEXT.slice(start, end),
    locator: { start, end },
  }));
}
const PASSAGES = cut([0, 33], [17, 51], [34, 69]);
const shown = (wishes: [number, Wish][]) =>
  effectsOf(PASSAGES, new Map(wishes)).map(({ state, shownText }, i) =>
    state === "hidden" ? null : (shownText ?? PASSAGES[i]!.text),
  );

test("what a hidden passage shares with its neighbours is gone from them, too", () => {
  expect(shown([[1, { hide: true }]])).toEqual(["The lamp is red.", null, "The well is deep."]);
});

test("what is left of a neighbour stands where it stood", () => {
  const [, , last] = effectsOf(PASSAGES, new Map([[1, { edit: "The bell is old." }]]));
  expect(last).toMatchObject({ state: "trimmed", shownLocator: { start: 52, end: 69 } });
  const { start, end } = last!.shownLocator!;
  expect(TEXT.slice(start, end)).toBe(last!.shownText);
});

test("a neighbour with words of its own keeps them; one that is all repeated is hidden", () => {
  const edits: [number, Wish][] = [
    [0, { edit: "One." }],
    [1, { edit: "Two." }],
  ];
  expect(shown(edits)).toEqual(["One.", "Two.", "The well is deep."]);
  const [, within] = effectsOf(cut([0, 51], [17, 33]), new Map([[0, { hide: true }]]));
  expect(within?.state).toBe("hidden");
});

test("a pin changes no words, and goes with a correction", () => {
  expect(effectsOf(PASSAGES, new Map([[1, { pin: true, edit: "Two." }]]))[1]).toMatchObject({
    state: "corrected",
    shownText: "Two.",
    isPinned: true,
  });
  expect(shown([[1, { pin: true }]])).toEqual(PASSAGES.map(({ text }) => text));
});

test("however passages overlap, no word of a hidden one answers, and all words stand where they are said to", () => {
  const span = fc.tuple(fc.nat(68), fc.integer({ min: 1, max: 30 }));
  const some = fc.array(fc.tuple(span, fc.boolean()), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(some, (made) => {
      const spans = made.map(([[start, length]]) => [start, Math.min(69, start + length)] as const);
      const passages = cut(...spans.map(([start, end]): [number, number] => [start, end]));
      const wishes = new Map(made.map(([, hide], ordinal) => [ordinal, { hide }]));
      const hidden = spans.filter((_, i) => made[i]![1]);
      for (const [i, effect] of effectsOf(passages, wishes).entries()) {
        if (effect.state === "hidden") continue;
        const { start, end } = effect.shownLocator ?? passages[i]!.locator;
        expect(TEXT.slice(start, end)).toBe(effect.shownText ?? passages[i]!.text);
        for (const [from, to] of hidden) expect(from < end && to > start).toBe(false);
      }
    }),
  );
});
