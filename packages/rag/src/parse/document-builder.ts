import type { Block, ParsedDocument } from "./document.ts";
import { normalizeLine, normalizeText } from "./normalize-text.ts";
import { SourceRejected } from "./source-rejected.ts";

const MAX_TEXT_CHARACTERS = 60_000_000;

type BlockFields = Omit<Block, "start" | "end">;

/** How a block carries on the one before in mid-sentence (over a page break): after a space or none. */
export type Joint = "continues" | "abuts";

export interface DocumentBuilder {
  /** Appends a block; text that is only white space is left out. */
  add(fields: BlockFields, raw: string, joint?: Joint): void;
  isEmpty(): boolean;
  finish(options?: { title?: string; pageCount?: number }): ParsedDocument;
}

function separator(previous: Block, next: BlockFields, joint?: Joint): string {
  if (joint === "abuts") return "";
  if (joint === "continues") return " ";
  const sameRun =
    previous.kind === next.kind && (next.kind === "list_item" || next.kind === "table");
  return sameRun ? "\n" : "\n\n";
}

/** Collects blocks in reading order into one normalised text with verbatim offsets. */
export function createDocumentBuilder(): DocumentBuilder {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let length = 0;

  const append = (text: string) => {
    parts.push(text);
    length += text.length;
    if (length > MAX_TEXT_CHARACTERS) {
      throw new SourceRejected("source.too_large", "This file holds too much text. Split it up.");
    }
  };

  return {
    add(fields, raw, joint) {
      const text = normalizeText(raw).trim();
      if (text === "") return;
      const previous = blocks.at(-1);
      if (previous) append(separator(previous, fields, joint));
      const start = length;
      append(text);
      blocks.push({ ...fields, start, end: length });
    },
    isEmpty: () => blocks.length === 0,
    finish({ title, pageCount } = {}) {
      if (blocks.length === 0) {
        throw new SourceRejected("source.empty", "There is no text in this file.");
      }
      const text = parts.join("");
      const cleanTitle = normalizeLine(title ?? "").slice(0, 300) || leadingHeading(text, blocks);
      return {
        ...(cleanTitle && { title: cleanTitle }),
        text,
        blocks,
        ...(pageCount && { pageCount }),
      };
    },
  };
}

function leadingHeading(text: string, blocks: Block[]): string | undefined {
  const heading = blocks.slice(0, 5).find(({ kind }) => kind === "heading");
  return heading && text.slice(heading.start, heading.end).replace(/\s+/g, " ").slice(0, 300);
}
