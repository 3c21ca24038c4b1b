import { constants, deflateSync, inflateSync } from "node:zlib";

const STREAM = Buffer.from("stream");
const NAME = Buffer.from("/ToUnicode");
const END = Buffer.from("endstream");
const OPENING_BYTES = 1_024;
const DICTIONARY_BYTES = 200;
const MOST_BYTES = 256 * 1024;
const SECTION = /beginbf(char|range)([\s\S]*?)endbf/g;
const PAIR = /(<[^<>]*>\s*)<00AD>|<[^<>]*>\s*<[^<>]*>/gi;
const RANGE = /(<[^<>]*>\s*<[^<>]*>\s*)<00AD>|<[^<>]*>\s*<[^<>]*>\s*(?:<[^<>]*>|\[[^\]]*\])/gi;

/**
 * Calls hyphens in `file` what its character maps call soft hyphens: some writers (Typst, XeTeX) name the
 * one sign so that both are drawn with, and PDF.js leaves soft hyphens out. The maps are changed in their
 * place, so that nothing moves.
 */
export function showHyphens(file: Buffer): void {
  const named = namedMaps(file);
  for (let at = file.indexOf(STREAM); at >= 0; at = file.indexOf(STREAM, at + STREAM.length)) {
    const start = afterLineEnd(file, at + STREAM.length);
    if (start === undefined || (named && !named.has(numberOf(file, at) ?? ""))) continue;
    if (!opensMap(file, start)) continue;
    const end = file.indexOf(END, start);
    if (end > 0 && end - start < MOST_BYTES) renameIn(file.subarray(start, end));
  }
}

/** The objects that fonts name as their maps; undefined where the fonts stand in packed objects. */
function namedMaps(file: Buffer): Set<string> | undefined {
  if (file.includes("/ObjStm")) return undefined;
  const numbers = new Set<string>();
  for (let at = file.indexOf(NAME); at >= 0; at = file.indexOf(NAME, at + NAME.length)) {
    const value = file.toString("latin1", at + NAME.length, at + NAME.length + 24);
    numbers.add(/^\s*(\d+)/.exec(value)?.[1] ?? "");
  }
  return numbers;
}

function numberOf(file: Buffer, stream: number): string | undefined {
  const before = file.toString("latin1", Math.max(0, stream - DICTIONARY_BYTES), stream);
  return /(\d+)\s+\d+\s+obj(?![\s\S]*\bobj)/.exec(before)?.[1];
}

function afterLineEnd(file: Buffer, at: number): number | undefined {
  if (file[at] === 0x0a) return at + 1;
  return file[at] === 0x0d ? at + (file[at + 1] === 0x0a ? 2 : 1) : undefined;
}

function opensMap(file: Buffer, start: number): boolean {
  const opening = file.subarray(start, start + OPENING_BYTES);
  return (isDeflated(opening) ? unpack(opening) : opening.toString("latin1")).includes("begincmap");
}

function isDeflated(stream: Buffer): boolean {
  return stream.length > 1 && (stream[0]! & 0x0f) === 8 && stream.readUInt16BE() % 31 === 0;
}

/** As much of it as is there and undamaged. */
function unpack(packed: Buffer): string {
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_BYTES };
    return inflateSync(packed, options).toString("latin1");
  } catch {
    return "";
  }
}

function renameIn(stream: Buffer): void {
  const map = isDeflated(stream) ? unpack(stream) : stream.toString("latin1");
  const renamed = map.replace(SECTION, (section, kind: string) =>
    section.replace(kind === "char" ? PAIR : RANGE, (entry, before?: string) =>
      before === undefined ? entry : `${before}<002D>`,
    ),
  );
  if (renamed === map) return;
  const changed = isDeflated(stream) ? repack(renamed) : Buffer.from(renamed, "latin1");
  if (changed.length <= stream.length) stream.fill(0).set(changed);
}

/** Nothing before the first of these is read, and what is left out leaves room for the rest. */
function repack(map: string): Buffer {
  const first = map.search(/\d+\s+begin(?:codespacerange|bf)/);
  return deflateSync(map.slice(Math.max(0, first)), { level: 9 });
}
