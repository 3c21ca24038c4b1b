import { expect, test } from "vitest";
import { dropUnreadable } from "./drop-unreadable.ts";
import { layVerticalText } from "./lay-vertical-text.ts";
import type { TextItem } from "./read-runs.ts";

function sign(str: string, x: number, y: number): TextItem {
  return { str, dir: "ltr", width: 12, height: 12, transform: [12, 0, 0, 12, x, y], fontName: "f" };
}

function column(text: string, x: number): TextItem[] {
  return [...text].map((str, at) => sign(str, x, 700 - at * 12));
}

test("columns from top to bottom become lines in their order, with figures on their side", () => {
  const figure = {
    ...sign("2024", 502, 700 - 3 * 12),
    transform: [0, -12, 12, 0, 502, 676],
    width: 24,
  };
  const items = [
    sign("表題の行", 100, 760),
    ...column("吾輩は猫である名前はまだ無い", 520),
    ...column("どこで", 500),
    figure,
    sign("年", 500, 640),
    sign("生", 500, 628),
  ];
  const laid = layVerticalText(items);
  expect(laid.map(({ str }) => str)).toEqual([
    "表題の行",
    "吾輩は猫である名前はまだ無い",
    "どこで2024年生",
  ]);
  const [, first, second] = laid.map(({ transform }) => transform[5]!);
  expect(first!).toBeGreaterThan(second!);
});

test("signs side by side stay as they are", () => {
  const items = [..."吾輩は猫である名前はまだ無いどこで生れたかとんと"].map((str, at) =>
    sign(str, at * 12, 700),
  );
  expect(layVerticalText(items)).toEqual(items);
});

test("what nobody can read is left out, font by font", () => {
  const items = [
    { fontName: "a", str: "Plain words" },
    { fontName: "b", str: '\x02\x03! \x04\x05"' },
  ];
  expect(dropUnreadable(items).map(({ str }) => str)).toEqual(["Plain words"]);
});
