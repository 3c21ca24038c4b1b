import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { RecursiveCharacterTextSplitter } from "@langchain/textsplitters";
import { chunkDocument } from "@understudy/rag/chunk/chunk-document";
import { measureText } from "@understudy/rag/chunk/measure-text";
import { chunkSettings } from "@understudy/rag/chunk/settings";
import type { ParsedDocument } from "@understudy/rag/parse/document";
import { parseBytes } from "@understudy/rag/parse/parse-bytes";
import { getEncoding } from "js-tiktoken";
import { cpuSeconds, printRow } from "./cpu-seconds.ts";

const RUNS = 3;
const PROSE_BYTES = 2_000_000;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { files: { type: "string" } } });
  if (!values.files) throw new Error("chunking --files DIR (with freeculture.pdf)");
  const bytes = readFileSync(join(values.files, "freeculture.pdf"));
  await benchChunking(await parseBytes(bytes, { fileName: "freeculture.pdf" }));
}

/** The same book again and again, as one document. */
function repeat({ text, blocks }: ParsedDocument, bytes: number): ParsedDocument {
  const copies = Math.ceil(bytes / text.length);
  const stride = text.length + 2;
  return {
    text: Array.from({ length: copies }, () => text).join("\n\n"),
    blocks: Array.from({ length: copies }, (_, copy) =>
      blocks.map((block) => ({
        ...block,
        start: block.start + copy * stride,
        end: block.end + copy * stride,
      })),
    ).flat(),
  };
}

async function benchChunking(book: ParsedDocument): Promise<void> {
  const encoding = getEncoding("cl100k_base");
  const splitter = new RecursiveCharacterTextSplitter({
    chunkSize: 400,
    chunkOverlap: 80,
    lengthFunction: (text) => encoding.encode(text).length,
  });
  const sample = book.text.slice(0, 300_000);
  const peer = await cpuSeconds(1, async () => {
    await splitter.splitText(sample);
  });
  const shelf = repeat(book, PROSE_BYTES);
  const own = await cpuSeconds(RUNS, async () => {
    chunkDocument(shelf);
  });
  const peerSpeed = sample.length / 1e6 / peer;
  const ownSpeed = shelf.text.length / 1e6 / own;
  printRow("chunking: LangChain with js-tiktoken", `${peerSpeed.toFixed(2)} MB/CPU s`);
  printRow("chunking: chunkDocument", `${ownSpeed.toFixed(1)} MB/CPU s`, ownSpeed / peerSpeed);
  describeChunks(book, (text) => encoding.encode(text).length);
}

function describeChunks(book: ParsedDocument, countTokens: (text: string) => number): void {
  const passages = chunkDocument(book);
  const prose = chunkDocument({ text: longProse(book), blocks: [] });
  const words = prose.map(({ text }) => measureText(text, 0, text.length).words);
  const fill =
    words.reduce((sum, count) => sum + count, 0) / words.length / chunkSettings.targetWords;
  const boundaries = sentenceBoundaries(book);
  const share = (count: number) => `${((100 * count) / passages.length).toFixed(1)} %`;
  printRow("passages of the book", String(passages.length));
  printRow(
    "start at a sentence of Intl.Segmenter",
    share(passages.filter(({ locator }) => boundaries.has(locator.start)).length),
  );
  printRow(
    "end at a sentence of Intl.Segmenter",
    share(passages.filter(({ locator }) => boundaries.has(locator.end)).length),
  );
  printRow(
    "fill of long prose",
    `${(100 * fill).toFixed(0)} % of ${chunkSettings.targetWords} words`,
  );
  const sampled = passages.filter((_, index) => index % 20 === 0);
  const most = Math.max(...sampled.map(({ text }) => countTokens(text)));
  printRow("largest passage sampled", `${most} cl100k tokens of ${chunkSettings.mostTokens}`);
  const verbatim = passages.filter(
    ({ text, locator }) => book.text.slice(locator.start, locator.end) === text,
  );
  printRow("verbatim at their offsets", share(verbatim.length));
}

/** By the platform's own rules, which also break at abbreviations, and at the edges of blocks. */
function sentenceBoundaries({ text, blocks }: ParsedDocument): Set<number> {
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
  const boundaries = new Set<number>();
  for (const { start, end } of blocks) {
    for (const { index, segment } of segmenter.segment(text.slice(start, end))) {
      boundaries.add(start + index);
      boundaries.add(start + index + segment.trimEnd().length);
    }
  }
  return boundaries;
}

function longProse({ text, blocks }: ParsedDocument): string {
  const paragraphs = blocks.filter(
    ({ kind, start, end }) => kind === "paragraph" && end - start > 300,
  );
  return paragraphs.map(({ start, end }) => text.slice(start, end)).join("\n\n");
}

await main();
