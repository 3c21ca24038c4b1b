import type { DocumentBuilder } from "../document-builder.ts";
import { decodeAs } from "../encoding/decode-as.ts";
import { createRtfBlocks, type RtfBlocks } from "./rtf-blocks.ts";

export interface RtfGroup {
  holds: "words" | "nothing" | "fonts" | "styles" | "title" | "note";
  isHidden: boolean;
  /** How many fallback characters follow a Unicode one. */
  fallbackLength: number;
  font: number | undefined;
}

/** Where a reader is in a document. */
export interface RtfState {
  readonly blocks: RtfBlocks;
  readonly texts: Record<"words" | "note" | "title" | "styles", string>;
  /** The code page of each font that has one of its own. */
  readonly fonts: Map<number, string>;
  /** The heading level of each paragraph style that has one. */
  readonly headings: Map<number, number>;
  /** Of the paragraph, or of the entry in the table of styles. */
  style: number;
  readonly outer: RtfGroup[];
  group: RtfGroup;
  documentPage: string;
  defaultFont: number | undefined;
  /** Bytes that are not decoded yet, one a character: two of them may be one. */
  pending: string;
  bytesToSkip: number;
  level: number;
  isInTable: boolean;
}

export function createRtfState(builder: DocumentBuilder): RtfState {
  return {
    blocks: createRtfBlocks(builder),
    texts: { words: "", note: "", title: "", styles: "" },
    fonts: new Map(),
    headings: new Map(),
    style: 0,
    outer: [],
    group: { holds: "words", isHidden: false, fallbackLength: 1, font: undefined },
    documentPage: "windows-1252",
    defaultFont: undefined,
    pending: "",
    bytesToSkip: 0,
    level: 0,
    isInTable: false,
  };
}

export function write({ group, texts }: RtfState, text: string): void {
  if (group.holds === "nothing" || group.holds === "fonts" || group.isHidden) return;
  texts[group.holds] += text;
}

export function addBytes(state: RtfState, bytes: string): void {
  state.pending += bytes.slice(state.bytesToSkip);
  state.bytesToSkip = Math.max(0, state.bytesToSkip - bytes.length);
}

export function flushBytes(state: RtfState): void {
  const { pending, group, fonts, defaultFont, documentPage } = state;
  if (pending === "") return;
  state.pending = "";
  const font = group.font ?? defaultFont;
  const page = (font !== undefined && fonts.get(font)) || documentPage;
  const isForeign = /[^\0-\x7F]/.test(pending);
  write(state, isForeign ? decodeAs(Buffer.from(pending, "latin1"), page) : pending);
}

export function takeWords(state: RtfState): string {
  const { words } = state.texts;
  state.texts.words = "";
  return words;
}

export function endParagraph(state: RtfState): void {
  if (state.group.holds !== "words" || state.isInTable) write(state, " ");
  else {
    const level = state.level || (state.headings.get(state.style) ?? 0);
    state.blocks.endParagraph(takeWords(state), level);
  }
}
