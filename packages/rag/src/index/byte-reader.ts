import { CorruptSegment } from "./corrupt-segment.ts";

const LARGEST_SHIFT = 28;

/** Reads what a ByteWriter wrote; whatever does not fit is a CorruptSegment. */
export class ByteReader {
  readonly bytes: Uint8Array;
  position: number;

  constructor(bytes: Uint8Array, position = 0) {
    this.bytes = bytes;
    this.position = position;
  }

  get atEnd(): boolean {
    return this.position === this.bytes.length;
  }

  get left(): number {
    return this.bytes.length - this.position;
  }

  byte(): number {
    const value = this.bytes[this.position++];
    if (value === undefined) throw new CorruptSegment("it ends too early");
    return value;
  }

  varint(): number {
    let value = this.byte();
    if (value < 0x80) return value;
    value &= 0x7f;
    for (let shift = 7; shift <= LARGEST_SHIFT; shift += 7) {
      const part = this.byte();
      value |= (part & 0x7f) << shift;
      if (part < 0x80) return value >>> 0;
    }
    throw new CorruptSegment("a number is too long");
  }

  /** A count of things that take at least one byte each, so never more than what is left. */
  count(): number {
    const value = this.varint();
    if (value > this.left) throw new CorruptSegment("a count is too large");
    return value;
  }

  /** Passes over a counted run of bytes and returns where it starts; it ends at `position`. */
  run(): number {
    const length = this.count();
    const start = this.position;
    this.position += length;
    return start;
  }
}
