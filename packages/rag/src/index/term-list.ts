/** Terms one after another in UTF-8: term `i` stands from `starts[i]` to `starts[i + 1]`. */
export class TermList {
  bytes: Buffer;
  starts: Uint32Array;
  length = 0;

  constructor(room: { terms: number; bytes: number }) {
    this.starts = new Uint32Array(room.terms + 1);
    this.bytes = Buffer.alloc(room.bytes);
  }

  /** Appends the first `shared` bytes of the last term, then a piece of `source`. */
  append(source: Uint8Array, from: number, to: number, shared = 0): void {
    const start = this.starts[this.length]!;
    const end = start + shared + to - from;
    if (end > this.bytes.length) this.bytes = enlarged(this.bytes, end);
    if (this.length + 1 === this.starts.length) this.enlargeStarts();
    const before = this.length > 0 ? this.starts[this.length - 1]! : 0;
    for (let i = 0; i < shared; i++) this.bytes[start + i] = this.bytes[before + i]!;
    for (let i = from; i < to; i++) this.bytes[start + shared + i - from] = source[i]!;
    this.length++;
    this.starts[this.length] = end;
  }

  term(index: number): string {
    return this.bytes.toString("utf8", this.starts[index], this.starts[index + 1]);
  }

  private enlargeStarts(): void {
    const larger = new Uint32Array(this.starts.length * 2);
    larger.set(this.starts);
    this.starts = larger;
  }
}

function enlarged(bytes: Buffer, least: number): Buffer {
  const larger = Buffer.alloc(Math.max(least, bytes.length * 2));
  larger.set(bytes);
  return larger;
}
