import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { pid } from "node:process";
import { chunkDocument } from "@understudy/rag/chunk/chunk-document";
import { measureText } from "@understudy/rag/chunk/measure-text";
import { detectKind } from "@understudy/rag/parse/detect-kind";
import type { ParsedDocument } from "@understudy/rag/parse/document";
import type { ParserPool } from "@understudy/rag/parse/parser-pool";
import { SourceRejected } from "@understudy/rag/parse/source-rejected";

export interface FileRow {
  file: string;
  kind: string;
  title: string;
  pages: number | null;
  words: number;
  sections: number;
  blocks: number;
  chunks: number;
  seconds: number;
  /** Of the parser's process, the start of Node included. */
  peakMegabytes: number;
  outcome: string;
}

/** What becomes of one file in a parser process of its own. */
export async function describeFile(pool: ParserPool, path: string): Promise<FileRow> {
  const file = basename(path);
  const bytes = readFileSync(path);
  // Its start is the pool's to hide, not the file's to pay.
  await pool.parse({ bytes: Buffer.from("warm"), fileName: "warm.txt" });
  const started = performance.now();
  const parsed = await parse(pool, bytes, file);
  const chunks = "text" in parsed ? chunkDocument(parsed).length : 0;
  const seconds = (performance.now() - started) / 1_000;
  const document: ParsedDocument = "text" in parsed ? parsed : { text: "", blocks: [] };
  return {
    file,
    kind: kindOf(bytes, file),
    title: document.title ?? "",
    pages: document.pageCount ?? null,
    words: Math.round(measureText(document.text, 0, document.text.length).words),
    sections: document.blocks.filter(({ kind }) => kind === "heading").length,
    blocks: document.blocks.length,
    chunks,
    seconds,
    peakMegabytes: peakOfChild(),
    outcome: "text" in parsed ? "understood" : parsed.reason,
  };
}

async function parse(pool: ParserPool, bytes: Buffer, fileName: string) {
  try {
    return await pool.parse({ bytes, fileName });
  } catch (error) {
    if (error instanceof SourceRejected) return { reason: error.reason };
    throw error;
  }
}

function kindOf(bytes: Buffer, file: string): string {
  try {
    return detectKind(bytes, file);
  } catch (error) {
    if (error instanceof SourceRejected) return "unknown";
    throw error;
  }
}

function peakOfChild(): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
  const peaks = children.filter(Boolean).map((child) => {
    const status = readFileSync(`/proc/${child}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
  });
  return Math.max(0, ...peaks);
}

export function lineOf(row: FileRow): string {
  const figures = [row.pages ?? "-", row.words, row.chunks]
    .map((n) => String(n).padStart(7))
    .join("");
  const seconds = row.seconds.toFixed(2).padStart(7);
  const peak = row.peakMegabytes.toFixed(0).padStart(5);
  return `${row.file.slice(0, 44).padEnd(45)} ${row.kind.padEnd(11)}${figures}${seconds} s ${peak} MB`;
}

export function markdownOf(rows: readonly FileRow[]): string {
  const lines = rows.map((row) => {
    const { file, kind, pages, words, sections, blocks, chunks, seconds, peakMegabytes } = row;
    const title = row.title.slice(0, 60).replaceAll("|", "/");
    const figures = [
      pages ?? "–",
      words,
      sections,
      blocks,
      chunks,
      seconds.toFixed(2),
      peakMegabytes.toFixed(0),
    ];
    return `| ${[file, kind, title, ...figures, row.outcome].join(" | ")} |`;
  });
  const head =
    "| file | kind | title | pages | words | sections | blocks | chunks | seconds | peak MB | outcome |";
  return `${[head, "|---|---|---|--:|--:|--:|--:|--:|--:|--:|---|", ...lines].join("\n")}\n`;
}
