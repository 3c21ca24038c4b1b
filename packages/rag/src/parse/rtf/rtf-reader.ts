import iconv from "iconv-lite";
import type { DocumentBuilder } from "../document-builder.ts";
import { joinCells } from "../table-row.ts";
import { startsListItem } from "../text/list-marker.ts";
import type { RtfToken } from "./read-rtf-tokens.ts";

const SKIPPED = new Set(
  "* fonttbl colortbl stylesheet info pict object header footer headerl headerr footerl footerr themedata datastore listtable listoverridetable rsidtbl generator xmlnstbl fldinst".split(
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

export interface RtfReader {
  read(token: RtfToken): void;
  finish(): void;
}

/** Follows the groups and control words of a document and adds its blocks. */
export function createRtfReader(builder: DocumentBuilder): RtfReader {
  const groups: Group[] = [{ isSkipped: false, fallbackLength: 1 }];
  let codePage = "windows-1252";
  let text = "";
  let cells: string[] = [];
  let level = 0;
  let charactersToSkip = 0;

  const finish = () => {
    if (level > 0) builder.add({ kind: "heading", level: Math.min(6, level) }, text);
    else builder.add({ kind: startsListItem(text) ? "list_item" : "paragraph" }, text);
    text = "";
  };
  const write = (characters: string) => {
    text += characters.slice(charactersToSkip);
    charactersToSkip = Math.max(0, charactersToSkip - characters.length);
  };
  const words: Record<string, (value: number, group: Group) => void> = {
    par: finish,
    sect: finish,
    page: finish,
    pard: () => {
      level = 0;
    },
    outlinelevel: (value) => {
      level = value + 1;
    },
    ansicpg: (value) => {
      codePage = iconv.encodingExists(`cp${value}`) ? `cp${value}` : codePage;
    },
    uc: (value, group) => {
      group.fallbackLength = value;
    },
    u: (value, group) => {
      text += String.fromCharCode(value & 0xffff);
      charactersToSkip = group.fallbackLength;
    },
    cell: () => {
      cells.push(text);
      text = "";
    },
    row: () => {
      builder.add({ kind: "table", row: 1 }, joinCells(cells));
      cells = [];
    },
  };
  const obey = (name: string, value: number, group: Group) => {
    group.isSkipped ||= SKIPPED.has(name);
    if (group.isSkipped) return;
    words[name]?.(value, group);
    write(CHARACTERS[name] ?? "");
  };

  return {
    finish,
    read(token) {
      const group = groups.at(-1)!;
      if (token.type === "open") groups.push({ ...group });
      else if (token.type === "close" && groups.length > 1) groups.pop();
      else if (token.type === "word") obey(token.name, token.value ?? 0, group);
      else if (group.isSkipped || token.type === "close") return;
      else write(token.type === "text" ? token.text : decodeByte(token.value, codePage));
    },
  };
}

function decodeByte(value: number, codePage: string): string {
  return iconv.decode(Buffer.from([value]), codePage);
}
