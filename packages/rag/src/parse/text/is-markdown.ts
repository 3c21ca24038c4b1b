const DELIMITERS = /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$/gm;
const FENCE = /^`{3,}[\w+#-]*[ \t]*$/gm;
const HEADING = /(?:^|\n\n)#{1,6} \S/g;
/** One alone also stands in text that is none. */
const SIGNS = [
  /(?<![*\w])\*\*[^\s*][^*\n]{0,300}\*\*(?![*\w])/,
  /\[[^[\]\n]{1,300}\]\((?:https?:|mailto:|\/|#)[^)\s]{0,2000}\)/,
];
const FEWEST_SIGNS = 2;
/** What is longer was hardly pasted, and reads ten times faster as plain text. */
const MAX_CHARACTERS = 500_000;

/** Whether text that does not say so was written as Markdown, as what is pasted into a note often is. */
export function isMarkdown(text: string): boolean {
  if (text.length > MAX_CHARACTERS) return false;
  if (hasTable(text) || countOf(FENCE, text) >= 2) return true;
  const signs = SIGNS.filter((sign) => sign.test(text)).length;
  return countOf(HEADING, text) + signs >= FEWEST_SIGNS;
}

const countOf = (sign: RegExp, text: string) => text.match(sign)?.length ?? 0;

/** Delimiters below a row. */
function hasTable(text: string): boolean {
  for (const { index } of text.matchAll(DELIMITERS)) {
    const head = text.slice(text.lastIndexOf("\n", index - 2) + 1, index);
    if (head.includes("|")) return true;
  }
  return false;
}
