import type { ByteReader } from "./byte-reader.ts";
import { CorruptSegment } from "./corrupt-segment.ts";
import type { TermList } from "./term-list.ts";

/** Reads a segment's next term behind those before it; that all are UTF-8 the caller checks at last. */
export function readTerm(reader: ByteReader, terms: TermList): void {
  const codeUnits = reader.varint();
  const from = reader.run();
  const to = reader.position;
  const before = terms.length > 0 ? terms.starts[terms.length - 1]! : 0;
  const beforeEnd = terms.starts[terms.length]!;
  const shared = utf8Length(terms.bytes, before, beforeEnd, codeUnits);
  const rest = { bytes: reader.bytes, from, to };
  if (!isAfter(rest, { bytes: terms.bytes, from: before + shared, to: beforeEnd })) {
    throw new CorruptSegment("its terms are unsorted");
  }
  terms.append(reader.bytes, from, to, shared);
}

/** How many bytes the first code units (UTF-16) of a term take. */
function utf8Length(bytes: Uint8Array, from: number, to: number, codeUnits: number): number {
  let at = from;
  let left = codeUnits;
  while (left > 0 && at < to) {
    const lead = bytes[at]!;
    left -= lead < 0xf0 ? 1 : 2;
    at += lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  }
  if (left !== 0 || at > to) throw new CorruptSegment("a term shares more than there is");
  return at - from;
}

interface Piece {
  bytes: Uint8Array;
  from: number;
  to: number;
}

/** Whether a piece of UTF-8 that starts a character comes after another, in order of code units. */
function isAfter(piece: Piece, other: Piece): boolean {
  if (piece.from === piece.to || isContinuation(piece.bytes[piece.from]!)) return false;
  const shorter = Math.min(piece.to - piece.from, other.to - other.from);
  for (let i = 0; i < shorter; i++) {
    const a = piece.bytes[piece.from + i]!;
    const b = other.bytes[other.from + i]!;
    if (a !== b) return codeUnitRank(a) > codeUnitRank(b);
  }
  return piece.to - piece.from > other.to - other.from;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** UTF-16 puts U+E000 to U+FFFF, led by 0xee and 0xef in UTF-8, behind the planes led by 0xf0 to 0xf4. */
function codeUnitRank(byte: number): number {
  return byte === 0xee || byte === 0xef ? byte + 0x10 : byte;
}
