import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { parseRtf } from "./parse-rtf.ts";

function parse(source: string) {
  const { text, blocks, title } = parseRtf(Buffer.from(source, "latin1"));
  return {
    title,
    blocks: blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`),
  };
}

const hex = (text: string, encoding: string) =>
  [...iconv.encode(text, encoding)]
    .map((byte) => `\\'${byte.toString(16).padStart(2, "0")}`)
    .join("");

test("each font writes in its own character set, some with two bytes a character", () => {
  const fonts = String.raw`{\fonttbl{\f0\fcharset204 A;}{\f1\fcharset0 B;}{\f2\fcharset128 C;}{\f3\fcharset134 D;}}`;
  const lines = [
    String.raw`\f0 ${hex("Привет", "cp1251")}\par`,
    String.raw`\f1 caf\'e9\par`,
    String.raw`{\f2 ${hex("表示", "cp932")}}\par`,
    String.raw`\f3 ${hex("欢迎光临", "gbk")}\plain  ${hex("да", "cp1251")}\par`,
  ];
  expect(
    parse(String.raw`{\rtf1\ansi\ansicpg1252\deff0${fonts}${lines.join("\n")}}`).blocks,
  ).toEqual(["paragraph: Привет", "paragraph: café", "paragraph: 表示", "paragraph: 欢迎光临 да"]);
  // The second byte of a character may be written as what it would be by itself.
  expect(parse(String.raw`{\rtf1\ansicpg932 \'95\\\'83A}`).blocks).toEqual(["paragraph: 表ア"]);
});

test("what macOS writes ends its paragraphs with escaped line ends", () => {
  const source =
    "{\\rtf1\\ansi\\cocoartf2639\n{\\*\\expandedcolortbl;;}\n\\pard\n\\f0 First.\\\nSecond.\\\n\\\n{\\listtext\t\\uc0\\u8226 \t}One\\\n}";
  expect(parse(source).blocks).toEqual([
    "paragraph: First.",
    "paragraph: Second.",
    "list_item: •\tOne",
  ]);
});

test("rows make one table, notes follow their paragraph, and what is hidden stays so", () => {
  const source = String.raw`{\rtf1\ansi{\info{\title Our \'fcber title}{\author X}}{\header HEAD}
\trowd\pard\intbl A\par more\cell B\cell\row\trowd\pard\intbl C\cell D\cell\row
\pard It is so{\footnote Says who.} today.{\v SECRET}\par}`;
  expect(parse(source)).toEqual({
    title: "Our über title",
    blocks: ["table: A more | B\nC | D", "paragraph: It is so today.", "paragraph: Says who."],
  });
});

test("notes that old readers may skip are read, and a text box once", () => {
  const box = String.raw`{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt \pard A box.\par}}{\shprslt\pard A box.\par}}`;
  const source = String.raw`{\rtf1\ansi\pard It is so{\super\chftn}{\*\footnote\chftn Says who.} today.${box}\par{\*\unknown NO}}`;
  expect(parse(source).blocks).toEqual([
    "paragraph: It is so today.",
    "paragraph: Says who.",
    "paragraph: A box.",
  ]);
});

test("headings are known by their styles' levels or names, and binary data is no text", () => {
  const styles = String.raw`{\stylesheet{\s0 Normal;}{\s1\sbasedon0\b Heading 1;}{\s2\outlinelevel1 Kapitel;}{\*\cs3 Emphasis;}}`;
  const source = String.raw`{\rtf1\ansi${styles}\pard\plain\s1 Opening\par\pard\plain\s0 At nine.\par\pard\s2 Fees\par\pard{\pict\bin4 a}\{b}It is 120.\par}`;
  expect(parse(source).blocks).toEqual([
    "heading: Opening",
    "paragraph: At nine.",
    "heading: Fees",
    "paragraph: It is 120.",
  ]);
});
