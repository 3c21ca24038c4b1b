import type { ZipEntry } from "./list-zip-entries.ts";

const LOCAL_HEADER_BYTES = 30;

/** An entry's bytes as they lie in the archive; throws a RangeError where it points out of it. */
export function packedBytes(bytes: Uint8Array, { offset, compressedBytes }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const start = offset + LOCAL_HEADER_BYTES + names;
  return bytes.subarray(start, start + compressedBytes);
}
