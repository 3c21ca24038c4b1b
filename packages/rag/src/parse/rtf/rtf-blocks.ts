import type { DocumentBuilder } from "../document-builder.ts";
import { joinCells } from "../table-row.ts";
import { startsListItem } from "../text/list-marker.ts";

export interface RtfBlocks {
  endParagraph(text: string, level: number): void;
  endCell(text: string): void;
  endRow(): void;
  /** Stands after the paragraph that it belongs to. */
  addNote(text: string): void;
  finish(): void;
}

/** Rows that follow one another are one table, and notes wait for the end of their paragraph. */
export function createRtfBlocks(builder: DocumentBuilder): RtfBlocks {
  let cells: string[] = [];
  let rows: string[] = [];
  let notes: string[] = [];
  const endTable = () => {
    builder.add({ kind: "table", row: 1 }, rows.join("\n"));
    rows = [];
  };
  const addNotes = () => {
    for (const note of notes) builder.add({ kind: "paragraph" }, note);
    notes = [];
  };
  return {
    endParagraph(text, level) {
      if (text.trim() !== "") endTable();
      if (level > 0) builder.add({ kind: "heading", level: Math.min(6, level) }, text);
      else builder.add({ kind: startsListItem(text) ? "list_item" : "paragraph" }, text);
      addNotes();
    },
    endCell(text) {
      cells.push(text);
    },
    endRow() {
      rows.push(joinCells(cells));
      cells = [];
    },
    addNote(text) {
      notes.push(text);
    },
    finish() {
      if (cells.length > 0) rows.push(joinCells(cells));
      endTable();
      addNotes();
    },
  };
}
