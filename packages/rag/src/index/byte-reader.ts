import { CorruptSegment } from "./corrupt-segment.ts";

const LARGEST_SHIFT = 28;
const decoder = new TextDecoder("utf-8", { fatal: true });

/** Reads what a ByteWriter wrote; whatever does not fit is a CorruptSegment. */
export class ByteReader {
  private readonly bytes: Uint8Array;
  private position: number;

  constructor(bytes: Uint8Array, position = 0) {
    this.bytes = bytes;
    this.position = position;
  }

  get atEnd(): boolean {
    return this.position === this.bytes.length;
  }

  byte(): number {
    const value = this.bytes[this.position++];
    if (value === undefined) throw new CorruptSegment("it ends too early");
    return value;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift <= LARGEST_SHIFT; shift += 7) {
      const part = this.byte();
      value |= (part & 0x7f) << shift;
      if (part < 0x80) return value >>> 0;
    }
    throw new CorruptSegment("a number is too long");
  }

  /** A count of things that take at least one byte each, so never more than what is left. */
  count(): number {
    const value = this.varint();
    if (value > this.bytes.length - this.position) throw new CorruptSegment("a count is too large");
    return value;
  }

  text(): string {
    const length = this.count();
    const slice = this.bytes.subarray(this.position, this.position + length);
    this.position += length;
    try {
      return decoder.decode(slice);
    } catch (cause) {
      throw new CorruptSegment(`a term is not UTF-8 (${String(cause)})`);
    }
  }
}
