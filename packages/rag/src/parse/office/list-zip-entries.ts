import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { SourceRejected } from "../source-rejected.ts";

export interface ZipEntry {
  /** Programs that do not write UTF-8 write the code page of DOS. */
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
  const count = view.getUint16(end + 10, true);
  if (count === MORE_THAN_COUNTED) throw tooComplex();
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged();
    const { entry, next } = readEntry(view, at);
    entries.push(entry);
    at = next;
  }
  refuseBomb(entries);
  return entries;
}

function findEndRecord(view: DataView): number {
  const last = view.byteLength - END_RECORD_BYTES;
  const first = Math.max(0, last - LONGEST_COMMENT_BYTES);
  for (let at = last; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw damaged();
}

function readEntry(view: DataView, at: number): { entry: ZipEntry; next: number } {
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > view.byteLength) throw damaged();
  const name = Buffer.from(view.buffer, view.byteOffset + at + 46, nameLength);
  const entry = {
    name: isUtf8(name) ? name.toString() : iconv.decode(name, "cp437"),
    method: view.getUint16(at + 10, true),
    compressedBytes: view.getUint32(at + 20, true),
    bytes: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
    crc32: view.getUint32(at + 16, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
  };
  return { entry, next };
}

function refuseBomb(entries: ZipEntry[]): void {
  const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const inflated = entries.some(
    ({ bytes, compressedBytes }) =>
      bytes > RATIO_APPLIES_ABOVE_BYTES && bytes > compressedBytes * MAX_ENTRY_RATIO,
  );
  if (inflated || total > MAX_TOTAL_BYTES || entries.length > MAX_ENTRIES) {
    throw tooComplex();
  }
}

function tooComplex(): SourceRejected {
  return new SourceRejected("source.too_complex", "This file unpacks to far more than it should.");
}

function damaged(): SourceRejected {
  return new SourceRejected("source.corrupt", "This file is cut off or damaged. Save it again.");
}
