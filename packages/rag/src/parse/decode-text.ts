import { analyse } from "chardet";
import iconv from "iconv-lite";
import { decodeAs } from "./encoding/decode-as.ts";
import { decodeShifted } from "./encoding/decode-shifted.ts";
import { foreignWords } from "./encoding/foreign-words.ts";
import { guessCyrillic } from "./encoding/guess-cyrillic.ts";
import { guessLatin } from "./encoding/guess-latin.ts";
import { guessThai } from "./encoding/guess-thai.ts";
import { isShiftJis } from "./encoding/is-shift-jis.ts";
import { wideEncoding } from "./encoding/wide-encoding.ts";
import { SourceRejected } from "./source-rejected.ts";

const SAMPLE_BYTES = 64 * 1024;

/**
 * Decodes text in any common encoding: by its byte order mark, by the pattern of its zero bytes
 * (UTF-16 without a mark), by its shifts, as UTF-8 where valid, by the `declared` label, or by letter
 * statistics.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const shifted = decodeShifted(bytes, declared);
  if (shifted !== undefined) return shifted;
  const quad = quadEncoding(bytes);
  if (quad) return decodeAs(bytes, quad);
  const encoding = markedEncoding(bytes) ?? escapedEncoding(bytes) ?? wideEncoding(bytes);
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  return decodeUtf8(bytes) ?? decodeLegacy(bytes, declared);
}

function quadEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return "utf-32le";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "utf-32be";
  if (bytes.length < 8 || bytes.length % 4 !== 0) return undefined;
  // Without a mark: no character is above 10FFFF.
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.every((byte, at) => byte <= MOST_IN_LITTLE[at % 4]!)) return "utf-32le";
  return sample.every((byte, at) => byte <= MOST_IN_LITTLE[3 - (at % 4)]!) ? "utf-32be" : undefined;
}

const MOST_IN_LITTLE = [0xff, 0xff, 0x10, 0];

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return undefined;
}

const ESCAPES = /\x1B(?:\$[@B]|\(J)/;

/** ISO-2022-JP, the one encoding in use that shifts by escape sequences. */
function escapedEncoding(bytes: Uint8Array): string | undefined {
  if (!bytes.subarray(0, SAMPLE_BYTES).includes(0x1b)) return undefined;
  const sample = Buffer.from(bytes.subarray(0, SAMPLE_BYTES)).toString("latin1");
  return ESCAPES.test(sample) ? "iso-2022-jp" : undefined;
}

// A damaged tail or a few stray bytes do not make a text less UTF-8.
const TOLERATED_DAMAGE = 0.005;

function decodeUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder("utf-8").decode(bytes);
  if (!text.includes("\uFFFD")) return text;
  const damaged = text.match(/\uFFFD/g)?.length ?? 0;
  const wide = text.match(/[^\0-\x7F\uFFFD]/g)?.length ?? 0;
  return damaged < wide * 0.1 && damaged < text.length * TOLERATED_DAMAGE ? text : undefined;
}

function decodeLegacy(bytes: Uint8Array, declared?: string): string {
  const candidates = [declared, ...guesses(bytes), "windows-1252"];
  for (const label of candidates) {
    if (!label || !iconv.encodingExists(label)) continue;
    const text = decodeAs(bytes, label);
    if (isReadable(text)) return text;
  }
  throw new SourceRejected("source.unsupported", "This file is not text in a known encoding.");
}

// Windows code pages contain the ISO ones and are what writers of "ISO-8859-1" in fact used.
const SUPERSETS: Record<string, string> = {
  "ISO-8859-1": "windows-1252",
  "ISO-8859-9": "windows-1254",
  Shift_JIS: "cp932",
  GB18030: "gb18030",
  "EUC-KR": "cp949",
  "KOI8-R": "koi8-u",
};

/** By the alphabets of languages first; byte statistics mislead where there are few foreign letters. */
function guesses(bytes: Uint8Array): string[] {
  if (isShiftJis(bytes.subarray(0, SAMPLE_BYTES))) return ["cp932"];
  const words = foreignWords(bytes);
  const spelled = guessThai(words) ?? guessLatin(words) ?? guessCyrillic(words);
  const names = analyse(words).map(({ name }) => SUPERSETS[name] ?? name);
  return spelled ? [spelled, ...names] : names;
}

function isReadable(text: string): boolean {
  const sample = text.slice(0, SAMPLE_BYTES);
  const bad = sample.match(/[\uFFFD\0-\x08\x0E-\x1A\x1C-\x1F]/g)?.length ?? 0;
  return bad <= sample.length * 0.01;
}
