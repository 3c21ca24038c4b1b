import fc from "fast-check";
import { expect, test } from "vitest";
import { EMPTY_MARKDOWN } from "./empty-markdown.ts";
import { type Block, groupLeaves } from "./group-leaves.ts";
import { growMarkdown, type MarkdownLeaf, type MarkdownText } from "./grow-markdown.ts";
import { type Inline, piecesOf } from "./inline.ts";

const parse = (text: string) => growMarkdown(EMPTY_MARKDOWN, text);

function outline(text: string) {
  return groupLeaves(parse(text).leaves).map(outlineBlock).join("");
}

function outlineBlock(block: Block): string {
  if ("leaf" in block) {
    const { kind, nodes, code } = block.leaf;
    return `<${kind[0]}>${code}${outlineInline(nodes)}</>`;
  }
  if ("head" in block) return `<table ${[block.head, ...block.rows].map(outlineRow).join(" / ")}>`;
  const items = block.items.map(({ blocks }) => `<li>${blocks.map(outlineBlock).join("")}</>`);
  return `<${block.ordered ? `ol ${block.number}` : "ul"}>${items.join("")}</>`;
}

function outlineRow({ cells, columns }: MarkdownLeaf): string {
  return cells
    .map(({ nodes }, at) => `${outlineInline(nodes)}${columns?.[at]?.[0] ?? ""}`)
    .join("|");
}

function outlineInline(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.kind === "text") return node.text;
      if (node.kind === "code") return `\`${node.text}\``;
      const inner = outlineInline(node.children);
      return node.kind === "link" ? `[${inner}](${node.href})` : `<${node.kind[0]}>${inner}</>`;
    })
    .join("");
}

test.each([
  ["One\ntwo\n\nthree", "<p>One\ntwo</><p>three</>"],
  ["## Head\ntext", "<h>Head</><p>text</>"],
  [
    "- a\n- b\n  - c\n- d",
    "<ul><li><p>a</></><li><p>b</><ul><li><p>c</></></></><li><p>d</></></>",
  ],
  ["3. a\n\n   more\n4. b", "<ol 3><li><p>a</><p>more</></><li><p>b</></></>"],
  ["- a\n1. b", "<ul><li><p>a</></></><ol 1><li><p>b</></></>"],
  ["It was painted in\n1931. Then", "<p>It was painted in\n1931. Then</>"],
  ["```js\na *b*\n\n```\nc", "<c>a *b*\n</><p>c</>"],
  ["> a\n> b\n\nc", "<q>a\nb</><p>c</>"],
  [
    "See:\n| A | **B** |\n|:-:|--:|\n| 1 | x\\|y `z` |\n|2\nb",
    "<p>See:</><table Ac|<s>B</>r / 1c|x|y `z`r / 2c><p>b</>",
  ],
  ["- | A |\n  |---|\n  | 1 |\n\n| 2 |", "<ul><li><table A / 1></></><p>| 2 |</>"],
  ["| A | B |\n|---|\n| 1 |", "<p>| A | B |</><p>|---|</><p>| 1 |</>"],
  ["|x| is\nlarge", "<p>|x| is\nlarge</>"],
  ["a\n\n---\nb", "<p>a</><r></><p>b</>"],
  ["**a *b* c** _d_ `*e*`", "<p><s>a <e>b</> c</> <e>d</> `*e*`</>"],
  ["snake_case_name 2 * 3 * 4 \\*a\\*", "<p>snake_case_name 2 * 3 * 4 *a*</>"],
  ["***a*** **a*", "<p><e><s>a</></> *<e>a</></>"],
  ["[a **b**](https://x.y/z)", "<p>[a <s>b</>](https://x.y/z)</>"],
  ["![a](https://x.y/z)", "<p>[a](https://x.y/z)</>"],
  ["see https://x.y/z.", "<p>see [https://x.y/z](https://x.y/z).</>"],
  ["[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</>"],
  ["[a](data:text/html,x) <img src=x>", "<p>[a](data:text/html,x) <img src=x></>"],
])("reads %j", (text, expected) => {
  expect(outline(text)).toBe(expected);
});

test("links only where http, https and mail lead", () => {
  const links = parse("[a](javascript:b) [a](//x.y) [a](/b) [a](ftp://x.y)").leaves[0]?.nodes;
  expect(links?.map(({ kind }) => kind)).toEqual(["text"]);
});

const word = fc.constantFrom(
  ..."a,b c,1,1. ,2) ,- ,* ,*,**,***,_,`,``,```,~~~,[,](,],(,),https://x.y, ,  ,\n,\n\n,\n  ,# ,> ,---,|,\n|,|-|,|\n|-|-|,\\,!,<,é".split(
    ",",
  ),
);
const markdown = fc.array(word, { maxLength: 40 }).map((words) => words.join(""));

test("any split of a text gives the tree of the whole", () => {
  const cuts = fc.array(fc.nat(80), { maxLength: 12 });
  fc.assert(
    fc.property(markdown, cuts, (text, places) => {
      let grown: MarkdownText = EMPTY_MARKDOWN;
      for (const place of [...places.toSorted((a, b) => a - b), text.length]) {
        grown = growMarkdown(grown, text.slice(0, place), { isGrowing: place < text.length });
      }
      grown = growMarkdown(grown, text);
      expect(grown).toEqual(parse(text));
    }),
    { numRuns: 2_000 },
  );
});

test("shows what stands in the text, where it stands, and drops only marks", () => {
  fc.assert(
    fc.property(markdown, (text) => {
      let shownTo = 0;
      for (const { kind, nodes } of parse(text).leaves) {
        for (const piece of kind === "code" ? [] : piecesOf(nodes)) {
          expect(piece.start).toBeGreaterThanOrEqual(shownTo);
          expect(text.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text);
          shownTo = piece.start + piece.text.length;
        }
      }
      if (/```|~~~|\]\(/.test(text)) return;
      const letters = (words: string) => words.replace(/[^ac]/g, "");
      const shown = parse(text).leaves.flatMap(({ nodes }) => piecesOf(nodes));
      expect(letters(shown.map((piece) => piece.text).join(""))).toBe(letters(text));
    }),
    { numRuns: 500 },
  );
});

test("keeps what nothing can change any more", () => {
  const before = parse("One\n\n- two\n- three\n- fo");
  const after = growMarkdown(before, `${before.text}ur`);
  expect(after.leaves.map((leaf, index) => leaf === before.leaves[index])).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("a table is one from its first line on while words come", () => {
  const growing = (text: string) =>
    growMarkdown(EMPTY_MARKDOWN, text, { isGrowing: true }).leaves.map(({ kind }) => kind);
  expect(growing("Hi\n| a | b")).toEqual(["paragraph", "head"]);
  expect(growing("| a | b |\n|-")).toEqual(["head"]);
  expect(growing("| a | b |\n|---|---|\n| 1")).toEqual(["head", "row"]);
  expect(growing("| a | b |\n|---|\nc")).toEqual(["paragraph", "paragraph"]);
});

test("bold that is still open runs to the end while words come", () => {
  const growing = (text: string) =>
    outlineInline(growMarkdown(EMPTY_MARKDOWN, text, { isGrowing: true }).leaves[0]?.nodes ?? []);
  expect(growing("a **b")).toBe("a <s>b</>");
  expect(growing("a **")).toBe("a");
  expect(growing("5*3 b")).toBe("5*3 b");
});

const hostile: Record<string, (size: number) => string> = {
  brackets: (size) => "[".repeat(size),
  "bracket pairs": (size) => "[](".repeat(size),
  "spaced links": (size) => `[](a${" ".repeat(size)}`,
  stars: (size) => "*a ".repeat(size),
  "bold and stars": (size) => "**a *b ".repeat(size),
  ticks: (size) => Array.from({ length: Math.sqrt(size) }, (_, n) => "`".repeat(n)).join(" "),
  "unclosed fences": (size) => "```\n".repeat(size),
  markers: (size) => "- ".repeat(size),
  "deep lists": (size) =>
    Array.from({ length: size / 100 }, (_, n) => `${"  ".repeat(n)}- a\n`).join(""),
  quotes: (size) => "> ".repeat(size),
  rules: (size) => `${"- ".repeat(size)}x`,
  bars: (size) => "|".repeat(size),
  "tables of bars": (size) => `|a|\n|-|\n${"|a|\n".repeat(size / 4)}`,
  angles: (size) => "<https://".repeat(size),
};

test.each(Object.entries(hostile))(
  "reads %s in time that grows with their length",
  (_name, make) => {
    const before = process.cpuUsage();
    parse(make(100_000));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(1_500);
  },
);
