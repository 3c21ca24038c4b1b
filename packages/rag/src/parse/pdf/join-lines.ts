import { joint } from "../text/unwrap-lines.ts";

const HYPHEN_AT_END = /\p{L}[-\u2010\u00AD]$/u;
const WORD_AT_END = /[\p{L}\p{N}-]+$/u;
const WORD_AT_START = /^[\p{L}\p{N}-]+/u;

/** Joins the lines of a paragraph; a word parted at a line's end is made whole again. */
export function joinLines(lines: readonly string[], compounds: ReadonlySet<string>): string {
  let text = "";
  for (const line of lines) {
    if (text === "") text = line;
    else if (isHyphenated(text, line)) text = closeHyphen(text, line, compounds) + line;
    else text += joint(text, line) + line;
  }
  return text;
}

/** Whether a word runs on from one line into the next. */
export function isHyphenated(before: string, after: string): boolean {
  return HYPHEN_AT_END.test(before) && /^\p{Ll}/u.test(after);
}

/** `before` without its last hyphen, unless the document elsewhere writes the word with one. */
export function closeHyphen(before: string, after: string, compounds: ReadonlySet<string>): string {
  const compound = `${WORD_AT_END.exec(before.slice(-60, -1))?.[0] ?? ""}-${WORD_AT_START.exec(after.slice(0, 60))?.[0] ?? ""}`;
  return compounds.has(compound.toLowerCase()) ? before : before.slice(0, -1);
}

/** The words that a document writes with a hyphen inside a line. */
export function findCompounds(lines: Iterable<string>): Set<string> {
  const compounds = new Set<string>();
  for (const line of lines) {
    if (!line.includes("-")) continue;
    for (const [word] of line.matchAll(/\p{L}+(?:-\p{L}+)+/gu)) compounds.add(word.toLowerCase());
  }
  return compounds;
}
