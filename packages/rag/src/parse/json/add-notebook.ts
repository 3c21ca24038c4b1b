import type { DocumentBuilder } from "../document-builder.ts";
import { addMarkdown } from "../text/parse-markdown.ts";

interface Notebook {
  cells: { cell_type?: unknown; source?: unknown; outputs?: unknown }[];
}

interface Output {
  text?: unknown;
  data?: Record<string, unknown>;
  /** What an error said. */
  evalue?: unknown;
}

export function isNotebook(value: unknown): value is Notebook {
  const isObject = typeof value === "object" && value !== null;
  return isObject && "nbformat" in value && "cells" in value && Array.isArray(value.cells);
}

/** A Jupyter notebook: its prose, its code, and what the code printed. */
export function addNotebook(builder: DocumentBuilder, { cells }: Notebook): void {
  for (const { cell_type: kind, source, outputs } of cells) {
    if (kind === "markdown") addMarkdown(builder, joined(source));
    else builder.add({ kind: kind === "raw" ? "paragraph" : "code" }, joined(source));
    for (const output of Array.isArray(outputs) ? outputs : []) addOutput(builder, output);
  }
}

// Colours of a terminal.
const ESCAPES = /\x1B\[[\d;]*m/g;

function addOutput(builder: DocumentBuilder, output: Output | null): void {
  const markdown = joined(output?.data?.["text/markdown"]);
  const printed = joined(output?.text ?? output?.data?.["text/plain"] ?? output?.evalue);
  if (markdown) addMarkdown(builder, markdown);
  else builder.add({ kind: "code" }, printed.replace(ESCAPES, ""));
}

function joined(lines: unknown): string {
  return Array.isArray(lines) ? lines.join("") : typeof lines === "string" ? lines : "";
}
