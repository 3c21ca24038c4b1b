import { describe, expect, test } from "vitest";
import type { ParsedDocument } from "../document.ts";
import { isMarkdown } from "./is-markdown.ts";
import { parseDelimited } from "./parse-delimited.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { parsePlainText } from "./parse-plain-text.ts";

function blocksOf({ text, blocks }: ParsedDocument): string[] {
  return blocks.map(
    ({ kind, level, start, end }) => `${kind}${level ?? ""}: ${text.slice(start, end)}`,
  );
}

describe("parseMarkdown", () => {
  test("takes markup off and keeps structure", () => {
    const source = [
      "---",
      'title: "The Guide"',
      "---",
      "# Hours",
      "We *open* at `nine`, see [the page](https://a.example/b).",
      "",
      "- bread",
      "  - rye",
      "2. two",
      "",
      "> quoted **text**",
      "",
      "```js",
      "a();",
      "```",
      "",
      "| Item | Price |",
      "|---|---|",
      "| Tea | 2.50 |",
      "",
      "![a vault](x.png)",
      "",
      "<div>raw</div>",
    ].join("\n");
    const document = parseMarkdown(Buffer.from(source));
    expect(document.title).toBe("The Guide");
    expect(blocksOf(document)).toEqual([
      "heading1: Hours",
      "paragraph: We open at nine, see the page.",
      "list_item: - bread",
      "list_item: - rye",
      "list_item: 2. two",
      "quote: quoted text",
      "code: a();",
      "table: Item | Price\nTea | 2.50",
      "paragraph: a vault",
      "paragraph: raw",
    ]);
  });
});

test.each([
  '+++\ntitle = "Guide"\n+++\nbody',
  "---\ntitle: >-\n  Guide\ndate: 2026\n---\nbody",
  "---\nlang: en\ntitle: 'Guide'\n---\nbody",
])("a Markdown file may open with a title of its own: %j", (source) => {
  expect(parseMarkdown(Buffer.from(source))).toMatchObject({ title: "Guide", text: "body" });
});

describe("parsePlainText", () => {
  test("knows headings, lists, wrapped prose and lines that were meant", () => {
    const source = [
      "OPENING HOURS",
      "",
      "The vault opens at nine in the morning and it",
      "closes at five in the afternoon, every day.",
      "",
      "1.2 Holidays",
      "",
      "Closed:",
      "- Christmas",
      "- Easter",
      "",
      "Acme Ltd",
      "Doylestown, PA 18901",
      "",
      "Contact",
      "=======",
      "",
      "Call us.",
    ].join("\r\n");
    expect(blocksOf(parsePlainText(Buffer.from(source)))).toEqual([
      "heading2: OPENING HOURS",
      "paragraph: The vault opens at nine in the morning and it closes at five in the afternoon, every day.",
      "heading3: 1.2 Holidays",
      "paragraph: Closed:",
      "list_item: - Christmas",
      "list_item: - Easter",
      "paragraph: Acme Ltd\nDoylestown, PA 18901",
      "heading1: Contact",
      "paragraph: Call us.",
    ]);
  });

  test("joins wrapped lines of scripts without spaces without a space", () => {
    const line = "雨が降ったので家にいたのですが、とても退屈でした";
    expect(parsePlainText(Buffer.from(`${line}\n${line}`)).text).toBe(line + line);
  });
});

describe("parseDelimited", () => {
  test.each([",", ";", "\t", "|"])("reads rows parted by %j", (delimiter) => {
    const rows = [
      ["Name", "Place"],
      ["Ann", "Here"],
      ["Bob", "There"],
    ];
    const source = rows.map((row) => row.join(delimiter)).join("\r\n");
    expect(parseDelimited(Buffer.from(source)).text).toBe("Name | Place\nAnn | Here\nBob | There");
  });

  test("reads quoted fields with delimiters, quotes and line ends in them", () => {
    const source = 'Name,Note\n"Ann, the first","says ""hi""\nand goes"\nBob,\n';
    expect(parseDelimited(Buffer.from(source)).text).toBe(
      'Name | Note\nAnn, the first | says "hi" and goes\nBob',
    );
  });

  test("reads quotes behind a space, and digits that are guarded against spreadsheets", () => {
    const source = 'Name, Fee, Key\n"North", "1,200", ="007"\nSouth, "old" tower, x\n';
    expect(parseDelimited(Buffer.from(source)).text).toBe(
      'Name | Fee | Key\nNorth | 1,200 | 007\nSouth | "old" tower | x',
    );
  });

  test("reads on past a quote that is never closed", () => {
    expect(parseDelimited(Buffer.from('a,b\n1,"two\n3,4')).text).toBe('a | b\n1 | "two\n3 | 4');
  });
});

test("parseDelimited keeps what stands above the table, and the delimiter that it names", () => {
  const source =
    'Sales\r\nof May\r\n\r\nItem;Price;Note\r\nTea;2,50;"hot; green"\r\nCup;3;\r\n;;\r\n';
  expect(blocksOf(parseDelimited(Buffer.from(source)))).toEqual([
    "paragraph: Sales\nof May",
    "table: Item | Price | Note\nTea | 2,50 | hot; green\nCup | 3",
  ]);
  expect(parseDelimited(Buffer.from("sep=|\na|b,c,d\n1|2\n")).text).toBe("a | b,c,d\n1 | 2");
});

describe("parsePlainText of what was written as Markdown", () => {
  const parse = (text: string) => blocksOf(parsePlainText(Buffer.from(text)));

  test("reads a pasted table as one", () => {
    const table = "| Lantern | Price |\n| --- | --- |\n| Storm lantern | 95 crowns |";
    expect(parse(`Our prices:\n\n${table}`)).toEqual([
      "paragraph: Our prices:",
      "table: Lantern | Price\nStorm lantern | 95 crowns",
    ]);
  });

  test("takes the marks off words, and needs more than one kind of them", () => {
    expect(parse("# Hours\n\nWe open at **nine**.")).toEqual([
      "heading1: Hours",
      "paragraph: We open at nine.",
    ]);
    expect(parse("## One\n\nFirst.\n\n## Two\n\nSecond.")).toEqual([
      "heading2: One",
      "paragraph: First.",
      "heading2: Two",
      "paragraph: Second.",
    ]);
    expect(parse("It costs 5 ** 2 and 3 ** 4.")).toEqual([
      "paragraph: It costs 5 ** 2 and 3 ** 4.",
    ]);
    expect(parse("--- | ---\nnothing above")).toEqual(["paragraph: --- | ---\nnothing above"]);
  });
});

test.each(["|-", "[", "```a\n", "--|--\n", "**a"])(
  "whether %j without end is Markdown is soon decided",
  (part) => {
    expect(isMarkdown(part.repeat(480_000 / part.length))).toBeTypeOf("boolean");
  },
);

test("imports, anchors and what is struck out are left out of Markdown", () => {
  const source =
    "import Tabs from '@theme/Tabs';\nimport './a.css'\n\n# Fees {#fees}\n\nNow ~~100~~ 120. import x from y.";
  expect(blocksOf(parseMarkdown(Buffer.from(source)))).toEqual([
    "heading1: Fees",
    "paragraph: Now 120. import x from y.",
  ]);
});

test("what dialects add to Markdown is read as its words", () => {
  const source = [
    '!!! note "Opening hours"',
    "    At nine.",
    "",
    "    Until six.",
    "",
    ":::tip",
    "The fee is **120**.",
    ":::",
    "",
    "> [!WARNING]",
    "> Steep stairs.",
    "",
    "H~2~O and x^2^ and ==marked== in [[Page|a page]].",
    "",
    '{{< figure src="x.png" >}}',
    "",
    '<div align="center"><h2>Fees &amp; more</h2><p>See <a href="x">all</a>.</p></div>',
    "",
    "<table><tr><th>Tower</th><th>Fee</th></tr><tr><td>North</td><td>120</td></tr></table>",
  ].join("\n");
  expect(blocksOf(parseMarkdown(Buffer.from(source)))).toEqual([
    "paragraph: Opening hours",
    "paragraph: At nine.",
    "paragraph: Until six.",
    "paragraph: Tip",
    "paragraph: The fee is 120.",
    "quote: Warning",
    "quote: Steep stairs.",
    "paragraph: H2O and x^2 and marked in a page.",
    "heading2: Fees & more",
    "paragraph: See all.",
    "table: Tower | Fee\nNorth | 120",
  ]);
});

test("MDX is read without its code", () => {
  const source =
    "export const meta = {\n  a: 1,\n};\n\n# Guide\n\n<Tabs items={['a', 'b']}>\n  <Tab value=\"a\">\n    The fee is **120**.\n  </Tab>\n</Tabs>\n\n{/* hidden */}\n\n```js\nconst a = <B />;\n```\n";
  expect(blocksOf(parseMarkdown(Buffer.from(source), { fileName: "a.mdx" }))).toEqual([
    "heading1: Guide",
    "paragraph: The fee is 120.",
    "code: const a = <B />;",
  ]);
});
