import { expect, test } from "vitest";
import { layBars } from "./lay-bars.ts";
import { mapPage } from "./page-map.ts";
import { type PageItem, placeItem } from "./place-item.ts";

const A4 = [1, 0, 0, -1, 0, 842];
const line = (str: string, x: number, y: number): PageItem => ({
  str,
  transform: [10, 0, 0, 10, x, y],
  width: 200,
});

const left = ["The keeper lit the lamp at", "dusk and wrote down the wind."];
const right = ["Ships that passed were count-", "ed once more at midnight."];
const text =
  "The keeper lit the lamp at dusk and wrote down the wind.\n\nShips that passed were counted once more at midnight.";
const blocks = [
  { start: 0, end: 56, box: { x: 50, y: 80, width: 200, height: 30 } },
  { start: 58, end: text.length },
];
// As many programs write them: row by row over both columns.
const items = [
  line(left[0]!, 50, 742),
  line(right[0]!, 320, 742),
  line(left[1]!, 50, 728),
  line(right[1]!, 320, 728),
];
const map = mapPage({ text, blocks }, { items, view: A4 });

test("a quote over a line end is one rectangle a line, in its own column", () => {
  const start = text.indexOf("the lamp");
  const lines = map.linesOf({ start, end: text.indexOf(" the wind") });
  expect(lines).toHaveLength(2);
  expect(lines[0]!.x).toBeCloseTo(50 + (200 * 15) / 26);
  expect(lines[0]!.x + lines[0]!.width).toBeCloseTo(250);
  expect(lines[1]!.x).toBeCloseTo(50);
  expect(lines[1]!.y).toBeGreaterThan(lines[0]!.y);
});

test("a word that the page hyphenates is found on both its lines", () => {
  const start = text.indexOf("counted");
  expect(map.linesOf({ start, end: start + 7 }).map(({ x }) => Math.round(x))).toEqual([479, 320]);
});

test("a passage over both columns has a bar in the margin of each, the one it begins in first", () => {
  const bars = layBars(map.linesOf({ start: 0, end: text.length }), 595);
  expect(bars.map(({ side, x }) => [side, Math.round(x)])).toEqual([
    ["left", 50],
    ["right", 520],
  ]);
  const later = layBars(map.linesOf({ start: 58, end: text.length }), 595);
  expect(later.map(({ side }) => side)).toEqual(["right"]);
});

test("where the page's letters are not those of the text, the parser's box stands in", () => {
  const scan = mapPage({ text, blocks }, { items: [line("□□□", 1, 1)], view: A4 });
  expect(scan.linesOf({ start: 4, end: 20 })).toEqual([blocks[0]!.box]);
});

test("text that stands upright along the page is boxed as it is shown", () => {
  const turned = placeItem({ str: "up", transform: [0, 10, -10, 0, 100, 200], width: 40 }, A4);
  expect([turned.width, turned.height].map(Math.round)).toEqual([11, 40]);
  expect(Math.round(turned.y)).toBe(602);
});
