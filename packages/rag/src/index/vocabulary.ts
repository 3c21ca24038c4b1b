import { hashBytes } from "./hash-bytes.ts";
import { TermList } from "./term-list.ts";

const FIRST_TERMS = 64;
const FIRST_BYTES = 512;
const encoder = new TextEncoder();

/**
 * Numbers the terms of a twin from 0, in the order they were first seen. A hash table over UTF-8
 * bytes, open addressing with linear probing: loading a twin makes no strings.
 */
export class Vocabulary {
  private readonly list = new TermList({ terms: FIRST_TERMS, bytes: FIRST_BYTES });
  private hashes = new Int32Array(FIRST_TERMS);
  /** Term number plus one, 0 where empty; at most half of them are taken. */
  private slots = new Int32Array(FIRST_TERMS * 2);

  get size(): number {
    return this.list.length;
  }

  get bytes(): number {
    const { bytes, starts } = this.list;
    const arrays = [bytes, starts, this.hashes, this.slots];
    return arrays.reduce((sum, array) => sum + array.byteLength, 0);
  }

  term(termId: number): string {
    return this.list.term(termId);
  }

  find(term: string): number | undefined {
    const bytes = encoder.encode(term);
    const slot = this.slotOf(bytes, 0, bytes.length, hashBytes(bytes, 0, bytes.length));
    return this.slots[slot] ? this.slots[slot] - 1 : undefined;
  }

  /** The number of term `index` of a list, a new one if it is new. */
  intern({ bytes, starts }: TermList, index: number): number {
    const from = starts[index]!;
    const to = starts[index + 1]!;
    const hash = hashBytes(bytes, from, to);
    const slot = this.slotOf(bytes, from, to, hash);
    const known = this.slots[slot]!;
    if (known > 0) return known - 1;
    const termId = this.list.length;
    this.list.append(bytes, from, to);
    this.slots[slot] = termId + 1;
    if (termId === this.hashes.length - 1) this.enlarge(termId + 1, hash);
    else this.hashes[termId] = hash;
    return termId;
  }

  /** What is interned from another vocabulary keeps its bytes. */
  internFrom(other: Vocabulary, termId: number): number {
    return this.intern(other.list, termId);
  }

  private slotOf(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const termId = this.slots[slot]! - 1;
      if (termId < 0) return slot;
      if (this.hashes[termId] === hash && this.holds(termId, bytes, from, to)) return slot;
    }
  }

  private holds(termId: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.list.starts[termId]!;
    if (this.list.starts[termId + 1]! - start !== to - from) return false;
    const own = this.list.bytes;
    for (let i = from; i < to; i++) if (own[start + i - from] !== bytes[i]) return false;
    return true;
  }

  private enlarge(termCount: number, lastHash: number): void {
    const hashes = new Int32Array(termCount * 2);
    hashes.set(this.hashes);
    hashes[termCount - 1] = lastHash;
    this.hashes = hashes;
    this.slots = new Int32Array(termCount * 4);
    const mask = this.slots.length - 1;
    for (let termId = 0; termId < termCount; termId++) {
      let slot = hashes[termId]! & mask;
      while (this.slots[slot]! > 0) slot = (slot + 1) & mask;
      this.slots[slot] = termId + 1;
    }
  }
}
