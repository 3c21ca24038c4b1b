import { crc32 } from "node:zlib";
import { extractTerms } from "../text/extract-terms.ts";
import { ByteWriter } from "./byte-writer.ts";
import {
  packCounts,
  SEGMENT_HEADER_BYTES,
  SEGMENT_MAGIC,
  SEGMENT_VERSION,
} from "./segment-format.ts";

/** What is indexed of a passage; its ordinal is its position in the array. */
export interface IndexedPassage {
  text: string;
  title: string;
  headings?: readonly string[];
}

interface TermCounts {
  body: number;
  heading: number;
}

interface CountedPassage {
  terms: Map<string, TermCounts>;
  bodyLength: number;
  headingLength: number;
}

/**
 * The packed, immutable search index of one source version: its terms with their postings, and the
 * passages' lengths in terms. The same passages give the same bytes.
 */
export function buildSegment(passages: readonly IndexedPassage[]): Uint8Array {
  const counted = passages.map(countTerms);
  const body = new ByteWriter();
  body.varint(counted.length);
  for (const { bodyLength, headingLength } of counted) {
    body.varint(bodyLength);
    body.varint(headingLength);
  }
  writePostings(body, invert(counted));
  return seal(body.finish());
}

function countTerms({ text, title, headings = [] }: IndexedPassage): CountedPassage {
  const terms = new Map<string, TermCounts>();
  const bodyTerms = extractTerms(text);
  const headingTerms = extractTerms([title, ...headings].join("\n"));
  for (const term of bodyTerms) counts(terms, term).body++;
  for (const term of headingTerms) counts(terms, term).heading++;
  return { terms, bodyLength: bodyTerms.length, headingLength: headingTerms.length };
}

function counts(terms: Map<string, TermCounts>, term: string): TermCounts {
  let entry = terms.get(term);
  if (!entry) {
    entry = { body: 0, heading: 0 };
    terms.set(term, entry);
  }
  return entry;
}

/** For each term: ordinal, packed counts, ordinal, packed counts … */
function invert(passages: readonly CountedPassage[]): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  for (const [ordinal, { terms }] of passages.entries()) {
    for (const [term, entry] of terms) {
      const list = postings.get(term);
      if (list) list.push(ordinal, packCounts(entry));
      else postings.set(term, [ordinal, packCounts(entry)]);
    }
  }
  return postings;
}

function writePostings(body: ByteWriter, postings: Map<string, number[]>): void {
  body.varint(postings.size);
  let before = "";
  for (const term of [...postings.keys()].sort()) {
    const shared = sharedPrefixLength(before, term);
    body.varint(shared);
    body.text(term.slice(shared));
    writeList(body, postings.get(term)!);
    before = term;
  }
}

function writeList(body: ByteWriter, list: readonly number[]): void {
  body.varint(list.length / 2);
  let before = 0;
  for (let i = 0; i < list.length; i += 2) {
    body.varint(list[i]! - before);
    body.byte(list[i + 1]!);
    before = list[i]!;
  }
}

/** Never inside a surrogate pair, whose halves UTF-8 cannot carry. */
function sharedPrefixLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  const last = b.charCodeAt(length - 1);
  return last >= 0xd800 && last <= 0xdbff ? length - 1 : length;
}

function seal(body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(SEGMENT_HEADER_BYTES + body.length);
  bytes.set(SEGMENT_MAGIC);
  bytes[4] = SEGMENT_VERSION;
  new DataView(bytes.buffer).setUint32(5, crc32(body), true);
  bytes.set(body, SEGMENT_HEADER_BYTES);
  return bytes;
}
