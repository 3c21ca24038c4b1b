import type { DocumentBuilder } from "../document-builder.ts";
import { addMarkdown } from "../text/parse-markdown.ts";
import { isObject } from "./is-object.ts";

interface Cell {
  cell_type?: unknown;
  source?: unknown;
  /** What the format called the source of code before its version 4. */
  input?: unknown;
  /** Of a heading, before version 4. */
  level?: unknown;
  outputs?: unknown;
}

interface Output {
  text?: unknown;
  data?: Record<string, unknown>;
  ename?: unknown;
  /** What an error said. */
  evalue?: unknown;
}

/** The cells of a Jupyter notebook, whose older versions part them into worksheets; undefined for other values. */
export function notebookCells(value: unknown): Cell[] | undefined {
  if (!isObject(value) || !("nbformat" in value)) return undefined;
  const sheets = Array.isArray(value.worksheets) ? value.worksheets : [value];
  const cells = sheets.flatMap((sheet) => (isObject(sheet) ? sheet.cells : undefined));
  return cells.every(isObject) ? cells : undefined;
}

/** A notebook's prose, its code, and what the code printed. */
export function addNotebook(builder: DocumentBuilder, cells: readonly Cell[]): void {
  for (const { cell_type: kind, source, input, level, outputs } of cells) {
    const text = joined(source ?? input);
    if (kind === "markdown") addMarkdown(builder, text);
    else if (kind === "heading") builder.add({ kind, level: Number(level) || 1 }, text);
    else builder.add({ kind: kind === "raw" ? "paragraph" : "code" }, text);
    for (const output of Array.isArray(outputs) ? outputs : []) addOutput(builder, output);
  }
}

// Colours of a terminal.
const ESCAPES = /\x1B\[[\d;]*m/g;

function addOutput(builder: DocumentBuilder, output: Output | null): void {
  const markdown = joined(output?.data?.["text/markdown"]);
  const error = [joined(output?.ename), joined(output?.evalue)].filter((part) => part).join(": ");
  const printed = joined(output?.text ?? output?.data?.["text/plain"]) || error;
  if (markdown) addMarkdown(builder, markdown);
  else if (!isPictureName(printed)) builder.add({ kind: "code" }, printed.replace(ESCAPES, ""));
}

/** What stands for a picture where none can be shown: `<Figure size 640x480 with 1 Axes>`. */
function isPictureName(printed: string): boolean {
  return /^<[\w.]*(?:Figure|Image|Axes|AxesSubplot)\b[^<>]*>\s*$/.test(printed);
}

function joined(lines: unknown): string {
  return Array.isArray(lines) ? lines.join("") : typeof lines === "string" ? lines : "";
}
