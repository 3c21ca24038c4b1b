import { endianness } from "node:os";

const isLittleEndian = endianness() === "LE";

/** float32, little-endian, whatever the machine. */
export function toVectorBytes(vector: Float32Array): Uint8Array {
  const bytes = new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
  return isLittleEndian ? bytes : Buffer.from(bytes).swap32();
}

/** Copies, because what a driver gives need not be aligned. */
export function fromVectorBytes(bytes: Uint8Array): Float32Array {
  const copy = Buffer.from(new ArrayBuffer(bytes.byteLength));
  copy.set(bytes);
  if (!isLittleEndian) copy.swap32();
  return new Float32Array(copy.buffer);
}
