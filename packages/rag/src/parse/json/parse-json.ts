import { decodeText } from "../decode-text.ts";
import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder } from "../document-builder.ts";
import { addCues } from "../transcript/add-cues.ts";
import { addJsonBlocks } from "./add-json-blocks.ts";
import { addNotebook, notebookCells } from "./add-notebook.ts";
import { findTurns } from "./find-turns.ts";
import { isObject } from "./is-object.ts";
import { nameById } from "./name-by-id.ts";
import { nameByTime } from "./name-by-time.ts";

/** JSON: a transcript's turns with their speakers, a notebook's cells, or else every value by name. */
export function parseJson(bytes: Uint8Array): ParsedDocument {
  const value = readValues(decodeText(bytes));
  const builder = createDocumentBuilder();
  const cells = notebookCells(value);
  const turns = cells ? undefined : findTurns(nameByTime(value));
  if (cells) addNotebook(builder, cells);
  else if (turns) addCues(builder, nameById(turns.cues, value));
  else addJsonBlocks(builder, value);
  return builder.finish({ title: turns?.title ?? titleOf(value) });
}

function titleOf(value: unknown): string | undefined {
  return isObject(value) && typeof value.title === "string" ? value.title : undefined;
}

/** One JSON value, or one on each line (JSON Lines) as an array. */
function readValues(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    if (lines.length < 2) throw cause;
    return lines.map((line): unknown => JSON.parse(line));
  }
}
