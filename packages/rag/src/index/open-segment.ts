import { isUtf8 } from "node:buffer";
import { crc32 } from "node:zlib";
import { ByteReader } from "./byte-reader.ts";
import { CorruptSegment } from "./corrupt-segment.ts";
import { readTerm } from "./read-term.ts";
import { SEGMENT_HEADER_BYTES, SEGMENT_MAGIC, SEGMENT_VERSION } from "./segment-format.ts";
import { TermList } from "./term-list.ts";

/** A segment as typed arrays: the postings of term `i` stand from `starts[i]` to `starts[i + 1]`. */
export interface OpenSegment {
  terms: TermList;
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
  const terms = new TermList({ terms: termCount, bytes: reader.left });
  const starts = new Int32Array(termCount + 1);
  const mostPostings = reader.left >> 1;
  const ordinals = new Int32Array(mostPostings);
  const packedCounts = new Uint8Array(mostPostings);
  for (let i = 0; i < termCount; i++) {
    readTerm(reader, terms);
    starts[i + 1] = readList(reader, { ordinals, packedCounts, start: starts[i]!, passageCount });
  }
  if (!isUtf8(terms.bytes.subarray(0, terms.starts[termCount]))) {
    throw new CorruptSegment("its terms are not UTF-8");
  }
  return { terms, starts, ordinals, packedCounts };
}

interface PostingRoom {
  ordinals: Int32Array;
  packedCounts: Uint8Array;
  start: number;
  passageCount: number;
}

/** Returns where the list ends. */
function readList(
  reader: ByteReader,
  { ordinals, packedCounts, start, passageCount }: PostingRoom,
) {
  const end = start + reader.count();
  let ordinal = 0;
  for (let i = start; i < end; i++) {
    const gap = reader.varint();
    ordinal += gap;
    if (ordinal >= passageCount || (i > start && gap === 0)) {
      throw new CorruptSegment("a posting names no passage");
    }
    ordinals[i] = ordinal;
    packedCounts[i] = reader.byte();
  }
  return end;
}
