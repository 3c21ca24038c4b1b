import iconv from "iconv-lite";
import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder } from "../document-builder.ts";
import { joinCells } from "../table-row.ts";
import { startsListItem } from "../text/list-marker.ts";
import { type RtfToken, readRtfTokens } from "./read-rtf-tokens.ts";

const SKIPPED = new Set(
  "fonttbl colortbl stylesheet info pict object header footer headerl headerr footerl footerr themedata datastore listtable listoverridetable rsidtbl generator xmlnstbl fldinst".split(
    " ",
  ),
);
const CHARACTERS: Record<string, string> = {
  tab: "\t",
  line: "\n",
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  "~": " ",
  _: "-",
  "\\": "\\",
  "{": "{",
  "}": "}",
};

interface Group {
  isSkipped: boolean;
  /** How many fallback characters follow a Unicode one. */
  fallbackLength: number;
}

/** Rich text: paragraphs, outline levels as headings, rows of tables. */
export function parseRtf(bytes: Uint8Array): ParsedDocument {
  const builder = createDocumentBuilder();
  const groups: Group[] = [{ isSkipped: false, fallbackLength: 1 }];
  let codePage = "windows-1252";
  let text = "";
  let cells: string[] = [];
  let level = 0;
  let toSkip = 0;

  const finishParagraph = () => {
    const kind = startsListItem(text) ? "list_item" : "paragraph";
    if (level > 0) builder.add({ kind: "heading", level: Math.min(6, level) }, text);
    else builder.add({ kind }, text);
    text = "";
  };

  const addCharacters = (characters: string) => {
    const kept = characters.slice(toSkip);
    toSkip = Math.max(0, toSkip - characters.length);
    text += kept;
  };

  const obey = ({ name, value = 0 }: Extract<RtfToken, { type: "word" }>, group: Group) => {
    if (SKIPPED.has(name) || name === "*") group.isSkipped = true;
    if (group.isSkipped) return;
    if (name === "par" || name === "sect" || name === "page") finishParagraph();
    else if (name === "pard") level = 0;
    else if (name === "outlinelevel") level = value + 1;
    else if (name === "ansicpg") codePage = `cp${value}`;
    else if (name === "uc") group.fallbackLength = value;
    else if (name === "u") {
      text += String.fromCharCode(value & 0xffff);
      toSkip = group.fallbackLength;
    } else if (name === "cell") {
      cells.push(text);
      text = "";
    } else if (name === "row") {
      builder.add({ kind: "table", row: 1 }, joinCells(cells));
      cells = [];
    } else if (name in CHARACTERS) addCharacters(CHARACTERS[name]!);
  };

  for (const token of readRtfTokens(Buffer.from(bytes).toString("latin1"))) {
    const group = groups.at(-1)!;
    if (token.type === "open") groups.push({ ...group });
    else if (token.type === "close") {
      if (groups.length > 1) groups.pop();
    } else if (token.type === "word") obey(token, group);
    else if (group.isSkipped) continue;
    else if (token.type === "text") addCharacters(token.text);
    else addCharacters(decodeByte(token.value, codePage));
  }
  finishParagraph();
  return builder.finish();
}

function decodeByte(value: number, codePage: string): string {
  return iconv.decode(
    Buffer.from([value]),
    iconv.encodingExists(codePage) ? codePage : "windows-1252",
  );
}
