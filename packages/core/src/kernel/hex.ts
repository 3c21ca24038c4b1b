/** A hash as text: bytes are no key of a Map, and no value of JSON. */
export function hex(hash: Uint8Array): string {
  return Buffer.from(hash).toString("hex");
}
