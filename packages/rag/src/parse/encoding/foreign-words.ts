const SAMPLE_BYTES = 64 * 1024;

/**
 * The words of a text that hold bytes above ASCII, as many as a sample takes: plain English around them
 * would mislead statistics. No encoding uses the bytes that part words as the half of a character.
 */
export function foreignWords(bytes: Uint8Array): Uint8Array {
  const words: number[] = [];
  let start = 0;
  let isForeign = false;
  for (let at = 0; at <= bytes.length && words.length < SAMPLE_BYTES; at += 1) {
    const byte = bytes[at] ?? 0x20;
    if (byte >= 0x80) isForeign = true;
    if (!partsWords(byte)) continue;
    if (isForeign) words.push(...bytes.subarray(start, Math.min(at, start + 1_000)), 0x20);
    start = at + 1;
    isForeign = false;
  }
  return Uint8Array.from(words);
}

function partsWords(byte: number): boolean {
  return byte < 0x30 || (byte > 0x39 && byte < 0x40);
}
