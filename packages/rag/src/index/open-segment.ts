import { crc32 } from "node:zlib";
import { ByteReader } from "./byte-reader.ts";
import { CorruptSegment } from "./corrupt-segment.ts";
import { SEGMENT_HEADER_BYTES, SEGMENT_MAGIC, SEGMENT_VERSION } from "./segment-format.ts";

/** A segment as typed arrays: the postings of `terms[i]` stand from `starts[i]` to `starts[i + 1]`. */
export interface OpenSegment {
  terms: string[];
  starts: Int32Array;
  ordinals: Int32Array;
  packedCounts: Uint8Array;
  bodyLengths: Int32Array;
  headingLengths: Int32Array;
}

/** Reads and validates a segment; throws CorruptSegment on anything `buildSegment` did not write. */
export function openSegment(bytes: Uint8Array): OpenSegment {
  checkHeader(bytes);
  const reader = new ByteReader(bytes, SEGMENT_HEADER_BYTES);
  const lengths = readLengths(reader);
  const postings = readPostings(reader, lengths.bodyLengths.length);
  if (!reader.atEnd) throw new CorruptSegment("bytes follow its end");
  return { ...lengths, ...postings };
}

function checkHeader(bytes: Uint8Array): void {
  if (bytes.length < SEGMENT_HEADER_BYTES) throw new CorruptSegment("it is too short");
  if (SEGMENT_MAGIC.some((value, i) => bytes[i] !== value)) {
    throw new CorruptSegment("it does not start like a segment");
  }
  if (bytes[4] !== SEGMENT_VERSION) throw new CorruptSegment(`version ${bytes[4]} is unknown`);
  const expected = new DataView(bytes.buffer, bytes.byteOffset).getUint32(5, true);
  if (crc32(bytes.subarray(SEGMENT_HEADER_BYTES)) !== expected) {
    throw new CorruptSegment("its checksum does not match");
  }
}

function readLengths(reader: ByteReader) {
  const passageCount = reader.count();
  const bodyLengths = new Int32Array(passageCount);
  const headingLengths = new Int32Array(passageCount);
  for (let ordinal = 0; ordinal < passageCount; ordinal++) {
    bodyLengths[ordinal] = reader.varint();
    headingLengths[ordinal] = reader.varint();
  }
  return { bodyLengths, headingLengths };
}

function readPostings(reader: ByteReader, passageCount: number) {
  const termCount = reader.count();
  const terms: string[] = [];
  const starts = new Int32Array(termCount + 1);
  const ordinals: number[] = [];
  const packedCounts: number[] = [];
  let term = "";
  for (let i = 0; i < termCount; i++) {
    term = readTerm(reader, term);
    terms.push(term);
    readList(reader, passageCount, ordinals, packedCounts);
    starts[i + 1] = ordinals.length;
  }
  return {
    terms,
    starts,
    ordinals: Int32Array.from(ordinals),
    packedCounts: Uint8Array.from(packedCounts),
  };
}

function readTerm(reader: ByteReader, before: string): string {
  const shared = reader.varint();
  const term = before.slice(0, shared) + reader.text();
  if (shared > before.length || term <= before) throw new CorruptSegment("its terms are unsorted");
  return term;
}

function readList(
  reader: ByteReader,
  passageCount: number,
  ordinals: number[],
  packedCounts: number[],
): void {
  const length = reader.count();
  let ordinal = 0;
  for (let i = 0; i < length; i++) {
    const gap = reader.varint();
    ordinal += gap;
    if (ordinal >= passageCount || (i > 0 && gap === 0)) {
      throw new CorruptSegment("a posting names no passage");
    }
    ordinals.push(ordinal);
    packedCounts.push(reader.byte());
  }
}
