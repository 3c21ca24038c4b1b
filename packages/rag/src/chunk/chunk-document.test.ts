import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, BlockKind, ParsedDocument } from "../parse/document.ts";
import { createDocumentBuilder } from "../parse/document-builder.ts";
import { chunkDocument } from "./chunk-document.ts";
import { measureText } from "./measure-text.ts";
import { chunkSettings } from "./settings.ts";

// A busy machine is slow; time that grows with the square of the size would be minutes.
const GENEROUS_MS = 30_000;

type Part = [BlockKind, string, Partial<Block>?];

function build(...parts: Part[]): ParsedDocument {
  const builder = createDocumentBuilder();
  for (const [kind, text, fields] of parts) builder.add({ kind, ...fields }, text);
  return builder.finish();
}

function prose(words: number, seed = "word"): string {
  const sentences = Array.from({ length: Math.ceil(words / 12) }, (_, index) => {
    return `${"Some ".concat(`${seed} `.repeat(10))}number${index}.`;
  });
  return sentences.join(" ");
}

function wordCount(text: string): number {
  return text.split(/\s+/).length;
}

describe("chunkDocument", () => {
  test("fills long prose evenly, with whole sentences and a fifth of overlap", () => {
    const passages = chunkDocument(build(["paragraph", prose(5_000)]));
    const sizes = passages.map(({ text }) => wordCount(text));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(chunkSettings.targetWords * 0.9);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(chunkSettings.mostWords);
    for (const { text } of passages) expect(text).toMatch(/^Some .*number\d+\.$/s);
    passages.slice(1).forEach(({ locator }, index) => {
      const shared = passages[index]!.locator.end - locator.start;
      expect(shared / passages[index]!.text.length).toBeGreaterThan(0.1);
      expect(shared / passages[index]!.text.length).toBeLessThan(0.3);
    });
  });

  test("keeps sections apart and names the headings above", () => {
    const passages = chunkDocument(
      build(
        ["heading", "Guide", { level: 1 }],
        ["heading", "Opening", { level: 2 }],
        ["paragraph", prose(150, "open")],
        ["heading", "Closing", { level: 2 }],
        ["paragraph", prose(150, "close")],
      ),
    );
    expect(passages.map(({ locator }) => locator.headings)).toEqual([
      ["Guide", "Opening"],
      ["Guide", "Closing"],
    ]);
    expect(passages[1]!.text).toMatch(/^Closing\n\nSome close/);
  });

  test("joins tiny sections under the heading they share", () => {
    const entries = ["One", "Two", "Three"].flatMap((name): Part[] => [
      ["heading", name, { level: 2 }],
      ["paragraph", prose(24, name)],
    ]);
    const passages = chunkDocument(build(["heading", "Questions", { level: 1 }], ...entries));
    expect(passages).toHaveLength(1);
    expect(passages[0]!.locator.headings).toEqual(["Questions"]);
  });

  test("cuts tables between rows and names their header and first row", () => {
    const rows = Array.from({ length: 200 }, (_, row) => `${row} | item${row} | shelf ${row % 7}`);
    const table = ["Number | Item | Place", ...rows].join("\n");
    const passages = chunkDocument(build(["table", table, { row: 1, sheet: "Stock" }]));
    expect(passages.length).toBeGreaterThan(2);
    const lines = passages.flatMap(({ text }) => text.split("\n"));
    expect(lines).toEqual(table.split("\n"));
    const [, second] = passages;
    expect(second!.locator.headings).toEqual(["Number | Item | Place"]);
    expect(second!.locator.sheet).toBe("Stock");
    expect(table.split("\n")[second!.locator.row! - 1]).toBe(second!.text.split("\n")[0]);
  });

  test("joins a sentence over a page break and names both pages", () => {
    const builder = createDocumentBuilder();
    builder.add({ kind: "paragraph", page: 1, box: [10, 10, 100, 20] }, "The rule was");
    builder.add({ kind: "paragraph", page: 2, box: [10, 5, 80, 9] }, "kept by all.", "continues");
    const [passage, ...others] = chunkDocument(builder.finish());
    expect(others).toEqual([]);
    expect(passage!.text).toBe("The rule was kept by all.");
    expect(passage!.locator).toMatchObject({ page: 1, pageEnd: 2, box: [10, 10, 100, 20] });
  });

  test("measures scripts without spaces by their characters", () => {
    const passages = chunkDocument(build(["paragraph", "雨が降ったので家にいた。".repeat(400)]));
    expect(passages.length).toBeGreaterThan(5);
    for (const { text } of passages) expect(text).toMatch(/^雨.*。$/);
  });

  test.each([
    ["letters", "x".repeat(3_000_000)],
    ["ideographs", "語".repeat(1_000_000)],
    ["marks", "~!@#".repeat(500_000)],
    ["emoji", "👩🏽‍🔬".repeat(100_000)],
    ["words", "word ".repeat(600_000)],
  ])(
    "never exceeds the ceiling on one endless line of %s, in linear time",
    (_, text) => {
      const started = performance.now();
      const passages = chunkDocument({ text, blocks: [] });
      expect(performance.now() - started).toBeLessThan(GENEROUS_MS);
      for (const { text: part } of passages) {
        expect(measureText(part, 0, part.length).tokens).toBeLessThanOrEqual(
          chunkSettings.mostTokens,
        );
        expect(part.isWellFormed()).toBe(true);
      }
    },
    GENEROUS_MS,
  );
});

const kinds: BlockKind[] = ["heading", "paragraph", "list_item", "table", "code", "quote"];
const part = fc.record({
  kind: fc.constantFrom(...kinds),
  level: fc.integer({ min: 1, max: 6 }),
  row: fc.constant(1),
  text: fc.string({ unit: fc.constantFrom(..."abcDE 12.!?。\n中语|-"), maxLength: 400 }),
});

describe("whatever the document", () => {
  test("passages are verbatim, in order, bounded, and together hold everything", () => {
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 20, max: 120 }),
        (parts, target) => {
          const builder = createDocumentBuilder();
          for (const { text, ...fields } of parts) builder.add(fields, `${text}x`);
          const document = builder.finish();
          const options = {
            targetWords: target,
            leastWords: 10,
            mostWords: target + 40,
            overlapWords: 10,
            mostTokens: 300,
          };
          const passages = chunkDocument(document, options);
          let covered = 0;
          let lastStart = -1;
          for (const [index, { ordinal, text, locator }] of passages.entries()) {
            expect(ordinal).toBe(index);
            expect(text).toBe(document.text.slice(locator.start, locator.end));
            expect(text).toBe(text.trim());
            expect(measureText(text, 0, text.length).tokens).toBeLessThanOrEqual(
              options.mostTokens + 1,
            );
            expect(locator.start).toBeGreaterThan(lastStart);
            expect(document.text.slice(covered, Math.max(covered, locator.start)).trim()).toBe("");
            lastStart = locator.start;
            covered = Math.max(covered, locator.end);
          }
          expect(document.text.slice(covered).trim()).toBe("");
        },
      ),
    );
  });
});
