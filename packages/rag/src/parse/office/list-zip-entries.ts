import { decodeNames } from "../encoding/decode-names.ts";
import { SourceRejected } from "../source-rejected.ts";

export interface ZipEntry {
  name: string;
  method: number;
  compressedBytes: number;
  bytes: number;
  /** Where the entry's local header begins. */
  offset: number;
  encrypted: boolean;
  crc32: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_RECORD_BYTES = 22;
const LONGEST_COMMENT_BYTES = 65_535;

/** What stands in place of a count of 65,535 or more (APPNOTE 4.4.1.4). */
const MORE_THAN_COUNTED = 0xffff;
const LARGER_THAN_COUNTED = 0xffffffff;
const LARGE_NUMBERS = 0x0001;
const LOCATOR = 0x07064b50;
const LOCATOR_BYTES = 20;
const LARGE_END_OF_DIRECTORY = 0x06064b50;
const MAX_ENTRIES = 10_000;
const MAX_TOTAL_BYTES = 500_000_000;
const MAX_ENTRY_RATIO = 200;
// Small parts of empty tables and styles compress very well without being bombs.
const RATIO_APPLIES_ABOVE_BYTES = 10_000_000;

/**
 * Reads a zip's central directory (APPNOTE 4.3.12) without inflating anything. Throws
 * `source.corrupt` when there is none, `source.too_complex` when what it declares is a bomb.
 */
export function listZipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndRecord(view);
  const { count, start } = readEndRecord(view, end);
  if (count > MAX_ENTRIES) throw tooComplex();
  const entries: (Omit<ZipEntry, "name"> & { written: Buffer })[] = [];
  let at = start;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged();
    const { entry, next } = readEntry(view, at);
    entries.push(entry);
    at = next;
  }
  refuseBomb(entries);
  const names = decodeNames(entries.map(({ written }) => written));
  return entries.map(({ written: _, ...entry }, index) => ({ ...entry, name: names[index]! }));
}

/** How many entries there are and where the first begins; in ZIP64 (APPNOTE 4.3.14) a record before says so. */
function readEndRecord(view: DataView, end: number): { count: number; start: number } {
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count !== MORE_THAN_COUNTED && start !== LARGER_THAN_COUNTED) return { count, start };
  const locator = end - LOCATOR_BYTES;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR) throw tooComplex();
  const record = Number(view.getBigUint64(locator + 8, true));
  if (record + 56 > end || view.getUint32(record, true) !== LARGE_END_OF_DIRECTORY) throw damaged();
  return {
    count: Number(view.getBigUint64(record + 32, true)),
    start: Number(view.getBigUint64(record + 48, true)),
  };
}

function findEndRecord(view: DataView): number {
  const last = view.byteLength - END_RECORD_BYTES;
  const first = Math.max(0, last - LONGEST_COMMENT_BYTES);
  for (let at = last; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw damaged();
}

function readEntry(view: DataView, at: number) {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw damaged();
  const large = readLargeNumbers(view, { from: at + 46 + nameLength, length: extraLength });
  // In this order, and only where the place for the small number says so.
  const [bytes = 0, compressedBytes = 0, offset = 0] = [24, 20, 42].map((place) => {
    const number = view.getUint32(at + place, true);
    return number === LARGER_THAN_COUNTED ? (large.shift() ?? number) : number;
  });
  const entry = {
    written: Buffer.from(view.buffer, view.byteOffset + at + 46, nameLength),
    method: view.getUint16(at + 10, true),
    compressedBytes,
    bytes,
    offset,
    crc32: view.getUint32(at + 16, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
  };
  return { entry, next };
}

/** The numbers of eight bytes that ZIP64 adds to an entry (APPNOTE 4.5.3). */
function readLargeNumbers(
  view: DataView,
  { from, length }: { from: number; length: number },
): number[] {
  for (let at = from; at + 4 <= from + length; ) {
    const size = view.getUint16(at + 2, true);
    const end = Math.min(at + 4 + size, from + length);
    if (view.getUint16(at, true) === LARGE_NUMBERS)
      return Array.from({ length: (end - at - 4) >> 3 }, (_, index) =>
        Number(view.getBigUint64(at + 4 + index * 8, true)),
      );
    at = end;
  }
  return [];
}

function refuseBomb(entries: readonly Pick<ZipEntry, "bytes" | "compressedBytes">[]): void {
  const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const inflated = entries.some(
    ({ bytes, compressedBytes }) =>
      bytes > RATIO_APPLIES_ABOVE_BYTES && bytes > compressedBytes * MAX_ENTRY_RATIO,
  );
  if (inflated || total > MAX_TOTAL_BYTES) throw tooComplex();
}

function tooComplex(): SourceRejected {
  return new SourceRejected("source.too_complex", "This file unpacks to far more than it should.");
}

function damaged(): SourceRejected {
  return new SourceRejected("source.corrupt", "This file is cut off or damaged. Save it again.");
}
