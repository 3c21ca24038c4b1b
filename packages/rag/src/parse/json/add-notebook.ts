import type { DocumentBuilder } from "../document-builder.ts";
import { addMarkdown } from "../text/parse-markdown.ts";

interface Notebook {
  cells: { cell_type?: unknown; source?: unknown; outputs?: unknown }[];
}

export function isNotebook(value: unknown): value is Notebook {
  const isObject = typeof value === "object" && value !== null;
  return isObject && "nbformat" in value && "cells" in value && Array.isArray(value.cells);
}

/** A Jupyter notebook: its prose, its code, and what the code printed. */
export function addNotebook(builder: DocumentBuilder, { cells }: Notebook): void {
  for (const { cell_type: kind, source, outputs } of cells) {
    if (kind === "markdown") addMarkdown(builder, joined(source));
    else builder.add({ kind: "code" }, joined(source));
    for (const output of Array.isArray(outputs) ? outputs : []) {
      builder.add({ kind: "code" }, joined(output?.text ?? output?.data?.["text/plain"]));
    }
  }
}

function joined(lines: unknown): string {
  return Array.isArray(lines) ? lines.join("") : typeof lines === "string" ? lines : "";
}
