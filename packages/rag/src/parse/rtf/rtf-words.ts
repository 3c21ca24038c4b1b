import { codePageOfCharacterSet, nameCodePage } from "./code-pages.ts";
import { endParagraph, type RtfState, takeWords, write } from "./rtf-state.ts";

/** Groups that say something else than the document's words. */
export const SKIPPED = new Set(
  "* colortbl info pict object shprslt header footer headerl headerr headerf footerl footerr footerf themedata datastore listtable listoverridetable rsidtbl generator xmlnstbl fldinst ftnsep ftnsepc aftnsep aftnsepc annotation atnid atnauthor".split(
    " ",
  ),
);

/** Characters that have a control word of their own. */
export const CHARACTERS: Record<string, string> = {
  tab: "\t",
  line: "\n",
  emdash: "—",
  endash: "–",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  emspace: " ",
  enspace: " ",
  nestcell: " ",
  nestrow: " ",
  "~": " ",
  _: "-",
};

/** Escaped, they are bytes like others. */
export const ESCAPED = new Set(["\\", "{", "}"]);

type Word = (state: RtfState, value: number | undefined) => void;

const hide: Word = ({ group }, value = 1) => {
  group.isHidden = value !== 0;
};

/** What control words do. */
export const WORDS: Record<string, Word> = {
  par: endParagraph,
  sect: endParagraph,
  page: endParagraph,
  // A line end that is escaped ends a paragraph: so writes macOS.
  "\n": endParagraph,
  "\r": endParagraph,
  pard: (state) => {
    state.level = state.style = 0;
    state.isInTable = false;
  },
  intbl: (state) => {
    state.isInTable = true;
  },
  // The ninth level is running text.
  outlinelevel: (state, value = 0) => {
    state.level = value < 9 ? value + 1 : 0;
  },
  s: (state, value = 0) => {
    state.style = value;
  },
  ansicpg: (state, value = 0) => {
    state.documentPage = nameCodePage(value) ?? state.documentPage;
  },
  deff: (state, value) => {
    state.defaultFont = value;
  },
  f: ({ group }, value) => {
    group.font = value;
  },
  fcharset: ({ group: { font, holds }, fonts }, value = 0) => {
    const page = codePageOfCharacterSet(value);
    if (holds === "fonts" && font !== undefined && page) fonts.set(font, page);
  },
  plain: ({ group }) => {
    group.font = undefined;
    group.isHidden = false;
  },
  v: hide,
  deleted: hide,
  uc: ({ group }, value = 1) => {
    group.fallbackLength = value;
  },
  u: (state, value = 0) => {
    write(state, String.fromCharCode(value & 0xffff));
    state.bytesToSkip = state.group.fallbackLength;
  },
  cell: (state) => state.blocks.endCell(takeWords(state)),
  row: ({ blocks }) => blocks.endRow(),
};
