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

/** Passages come one by one, so that no more than one text need be in memory. */
export interface SegmentBuilder {
  readonly passageCount: number;
  /** As the passage of the next ordinal. */
  add(passage: IndexedPassage): void;
  /** Called once, at the end. */
  finish(): Uint8Array;
}

/**
 * The packed, immutable search index of one source version: its terms with their postings, and the
 * passages' lengths in terms. The same passages give the same bytes.
 */
export function buildSegment(passages: readonly IndexedPassage[]): Uint8Array {
  const builder = createSegmentBuilder();
  for (const passage of passages) builder.add(passage);
  return builder.finish();
}

export function createSegmentBuilder(): SegmentBuilder {
  /** Of each passage: terms of its text, terms of its headings. */
  const lengths: number[] = [];
  /** Of each term: ordinal, packed counts, ordinal, packed counts … */
  const postings = new Map<string, number[]>();
  return {
    get passageCount() {
      return lengths.length / 2;
    },
    add({ text, title, headings = [] }) {
      const ordinal = lengths.length / 2;
      const body = extractTerms(text);
      const heading = extractTerms([title, ...headings].join("\n"));
      lengths.push(body.length, heading.length);
      for (const [term, counts] of countTerms(body, heading)) {
        const list = postings.get(term);
        if (list) list.push(ordinal, packCounts(counts));
        else postings.set(term, [ordinal, packCounts(counts)]);
      }
    },
    finish() {
      const writer = new ByteWriter();
      writer.varint(lengths.length / 2);
      for (const length of lengths) writer.varint(length);
      writePostings(writer, postings);
      return seal(writer.finish());
    },
  };
}

interface TermCounts {
  body: number;
  heading: number;
}

function countTerms(body: readonly string[], heading: readonly string[]): Map<string, TermCounts> {
  const counts = new Map<string, TermCounts>();
  const countOf = (term: string): TermCounts => {
    const known = counts.get(term);
    if (known) return known;
    const fresh = { body: 0, heading: 0 };
    counts.set(term, fresh);
    return fresh;
  };
  for (const term of body) countOf(term).body++;
  for (const term of heading) countOf(term).heading++;
  return counts;
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
