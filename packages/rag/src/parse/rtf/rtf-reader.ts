import type { DocumentBuilder } from "../document-builder.ts";
import { namedLevel } from "../office/docx-styles.ts";
import type { RtfToken } from "./read-rtf-tokens.ts";
import {
  addBytes,
  createRtfState,
  endParagraph,
  flushBytes,
  type RtfState,
  write,
} from "./rtf-state.ts";
import { CHARACTERS, ESCAPED, SKIPPED, WORDS } from "./rtf-words.ts";

export interface RtfReader {
  read(token: RtfToken): void;
  /** Gives the title that the document has of itself. */
  finish(): string;
}

/** Follows the groups and control words of a document and adds its blocks. */
export function createRtfReader(builder: DocumentBuilder): RtfReader {
  const state = createRtfState(builder);
  return {
    read: (token) => readToken(state, token),
    finish() {
      flushBytes(state);
      state.isInTable = false;
      endParagraph(state);
      state.blocks.finish();
      return state.texts.title;
    },
  };
}

function readToken(state: RtfState, token: RtfToken): void {
  const bytes = bytesOf(token);
  if (bytes !== undefined) {
    addBytes(state, bytes);
    return;
  }
  flushBytes(state);
  state.bytesToSkip = 0;
  if (token.type === "word") obey(state, token.name, token.value);
  else if (token.type === "close") closeGroup(state);
  else {
    state.outer.push(state.group);
    state.group = { ...state.group };
  }
}

function bytesOf(token: RtfToken): string | undefined {
  if (token.type === "byte") return String.fromCharCode(token.value);
  if (token.type === "text") return token.text;
  return token.type === "word" && ESCAPED.has(token.name) ? token.name : undefined;
}

function obey(state: RtfState, name: string, value: number | undefined): void {
  const { group, outer } = state;
  if (name === "fonttbl") group.holds = "fonts";
  else if (name === "stylesheet") group.holds = "styles";
  else if (name === "title" && outer.at(-1)?.holds === "nothing") group.holds = "title";
  else if (isNote(name, state)) group.holds = "note";
  else if (SKIPPED.has(name) && group.holds !== "fonts") group.holds = "nothing";
  if (group.holds === "nothing") return;
  WORDS[name]?.(state, value);
  write(state, CHARACTERS[name] ?? "");
}

/** A footnote, also one that is marked as what old readers may skip; and a text box, which stands in what they skip. */
function isNote(name: string, { group, outer }: RtfState): boolean {
  if (name === "footnote") return (outer.at(-1) ?? group).holds === "words";
  return name === "shptxt" && outer.every(({ holds }) => holds === "words" || holds === "nothing");
}

function closeGroup(state: RtfState): void {
  const closed = state.group;
  state.group = state.outer.pop() ?? closed;
  if (closed.holds === "styles") endStyle(state);
  if (closed.holds !== "note" || state.group.holds === "note") return;
  state.blocks.addNote(state.texts.note);
  state.texts.note = "";
}

/** A style makes headings by its outline level, or by a name that Word and LibreOffice know it by. */
function endStyle(state: RtfState): void {
  const name = state.texts.styles.replace(/;.*$/s, "").trim().toLowerCase();
  const level = state.level || (namedLevel(name) ?? 0);
  if (level > 0) state.headings.set(state.style, level);
  state.texts.styles = "";
  state.style = state.level = 0;
}
