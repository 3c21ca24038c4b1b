import { analyse } from "chardet";
import iconv from "iconv-lite";
import { SourceRejected } from "./source-rejected.ts";

const SAMPLE_BYTES = 64 * 1024;

/**
 * Decodes text in any common encoding: by its byte order mark, by the pattern of its zero bytes
 * (UTF-16 without a mark), as UTF-8 where valid, by the `declared` label, or by letter statistics.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const encoding = markedEncoding(bytes) ?? wideEncoding(bytes);
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  return decodeUtf8(bytes) ?? decodeLegacy(bytes, declared);
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return undefined;
}

/** Spaces, line ends and ASCII letters leave zero bytes on one side of every UTF-16 text. */
export function wideEncoding(bytes: Uint8Array): string | undefined {
  const size = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  let zeroFirst = 0;
  let zeroSecond = 0;
  for (let i = 0; i < size; i += 2) {
    if (bytes[i] === 0 && bytes[i + 1] !== 0) zeroFirst += 1;
    if (bytes[i] !== 0 && bytes[i + 1] === 0) zeroSecond += 1;
  }
  const enough = Math.max(2, size / 40);
  if (zeroFirst > enough && zeroSecond * 20 < zeroFirst) return "utf-16be";
  if (zeroSecond > enough && zeroFirst * 20 < zeroSecond) return "utf-16le";
  return undefined;
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
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const candidates = [declared, ...guesses(bytes), "windows-1252"];
  for (const label of candidates) {
    if (!label || !iconv.encodingExists(label)) continue;
    const text = iconv.decode(buffer, label);
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
};

const SURE = 60;
const MOST_ACCENTS = 0.4;

/** Statistics over a few words mislead; text that is mostly ASCII letters is then Western European. */
function guesses(bytes: Uint8Array): string[] {
  const sample = nonAsciiSample(bytes);
  const found = analyse(sample);
  const isUnsure = (found[0]?.confidence ?? 0) < SURE && accentShare(sample) < MOST_ACCENTS;
  const names = found.map(({ name }) => SUPERSETS[name] ?? name);
  return isUnsure ? ["windows-1252", ...names] : names;
}

function accentShare(sample: Uint8Array): number {
  const accents = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  const letters = sample.reduce(
    (count, byte) => count + ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a ? 1 : 0),
    0,
  );
  return accents / Math.max(1, accents + letters);
}

/** Statistics need the part with foreign letters, which may come after a long ASCII preamble. */
function nonAsciiSample(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - 1_000);
  return bytes.subarray(start, start + SAMPLE_BYTES);
}

function isReadable(text: string): boolean {
  const sample = text.slice(0, SAMPLE_BYTES);
  const bad = sample.match(/[\uFFFD\0-\x08\x0E-\x1A\x1C-\x1F]/g)?.length ?? 0;
  return bad <= sample.length * 0.01;
}
