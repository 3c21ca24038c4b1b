import iconv from "iconv-lite";

const SAMPLE_BYTES = 64 * 1024;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const TILDE = 0x7e;
const LINE_END = 0x0a;
const KOREAN = "\x1B$)C";
const CHINESE = /~\{((?:[\x21-\x77][\x21-\x7E])+)~\}/g;
// The characters before it are punctuation and the 3,755 usual ones.
const RARE = "X";
// Byte order marks of UTF-7, which nothing but mail uses and which looks like ASCII without one.
const UTF_7_MARK = /^\+\/v[89+/]/;
const UTF_7_LABEL = /^(?:unicode-1-1-|x-unicode-2-0-)?utf-?7$/i;

/**
 * Encodings of seven bits that shift between ASCII and a wide set: ISO-2022-KR and HZ, which are their
 * eight-bit siblings less a bit, and UTF-7 where it is marked or declared. Undefined for all others.
 */
export function decodeShifted(bytes: Uint8Array, declared = ""): string | undefined {
  const head = Buffer.from(bytes.subarray(0, SAMPLE_BYTES)).toString("latin1");
  if (UTF_7_MARK.test(head) || UTF_7_LABEL.test(declared))
    return iconv.decode(Buffer.from(bytes), "utf-7").replace(/^\uFEFF/, "");
  if (isKorean(head)) return new TextDecoder("euc-kr").decode(widenKorean(bytes));
  return isChinese(head) ? new TextDecoder("gb18030").decode(widenChinese(bytes)) : undefined;
}

/** What announces itself so is text, for all its control characters. */
export function isKorean(head: string): boolean {
  return head.includes(KOREAN);
}

/** Runs between tildes and braces that read as usual Chinese and as no word of a template. */
function isChinese(head: string): boolean {
  const runs = [...head.matchAll(CHINESE)].map(([, run = ""]) => run);
  if (runs.every((run) => /^\w+$/.test(run)) || /[\x80-\xFF]/.test(head)) return false;
  const pairs = runs.flatMap((run) => run.match(/../g) ?? []);
  return pairs.filter((pair) => pair < RARE).length >= pairs.length / 2;
}

function widenKorean(bytes: Uint8Array): Uint8Array {
  const { wide, add, end } = createWidener(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte === 0x1b && bytes[at + 1] === 0x24 && bytes[at + 2] === 0x29) at += 3;
    else if (byte === SHIFT_OUT || byte === SHIFT_IN) wide(byte === SHIFT_OUT);
    else add(byte);
  }
  return end();
}

function widenChinese(bytes: Uint8Array): Uint8Array {
  const { wide, add, end } = createWidener(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    const next = byte === TILDE ? String.fromCharCode(bytes[at + 1] ?? 0) : "";
    if (next === "{" || next === "}") wide(next === "{");
    else if (next !== "\n" && next !== "~") {
      add(byte);
      continue;
    }
    if (next === "~") add(TILDE);
    at += 1;
  }
  return end();
}

/** Gives the bytes of the wide set their eighth bit; every line begins in ASCII. */
function createWidener(mostBytes: number) {
  const bytes = new Uint8Array(mostBytes);
  let length = 0;
  let isWide = false;
  return {
    wide(on: boolean) {
      isWide = on;
    },
    add(byte: number) {
      if (byte === LINE_END) isWide = false;
      bytes[length] = isWide && byte > 0x20 ? byte | 0x80 : byte;
      length += 1;
    },
    end: () => bytes.subarray(0, length),
  };
}
