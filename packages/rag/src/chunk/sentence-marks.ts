/**
 * `full`: ends a sentence wherever it stands (scripts without spaces, dandas).
 * `mark`: ends one before white space. `stop`: the full stop, which also closes abbreviations.
 */
export type Terminator = "full" | "mark" | "stop";

const FULL = "。！？｡．॥।။።";
const MARK = "!?…؟۔։។༎‼⁇⁈⁉";
const CLOSERS = "\"'”’»›)]}」』）】》〉］｝";
const OPENERS = "\"'“‘«‹([{「『（【《〈¿¡*_—–";
const SPACES = " \t\n\r";

const terminators = new Map<number, Terminator>([[0x2e, "stop"]]);
for (const mark of FULL) terminators.set(mark.charCodeAt(0), "full");
for (const mark of MARK) terminators.set(mark.charCodeAt(0), "mark");
const closers = codes(CLOSERS);
const openers = codes(OPENERS);
const spaces = codes(SPACES);

function codes(characters: string): Set<number> {
  return new Set([...characters].map((character) => character.charCodeAt(0)));
}

const LAST_LETTER_CODE = 0x7a;
const FIRST_CODE_ABOVE_LETTERS = 0x589;

/** Letters of the Latin, Greek and Cyrillic scripts are ruled out before any look-up. */
export function terminatorKind(code: number): Terminator | undefined {
  if (code > 0x3f && code < FIRST_CODE_ABOVE_LETTERS) return undefined;
  if (code <= LAST_LETTER_CODE && code !== 0x2e && code !== 0x21 && code !== 0x3f) return undefined;
  return terminators.get(code);
}

export function isCloser(code: number): boolean {
  return closers.has(code);
}

export function isOpener(code: number): boolean {
  return openers.has(code);
}

export function isSpace(code: number): boolean {
  return code === 0x20 || (code < 0x80 && spaces.has(code));
}
