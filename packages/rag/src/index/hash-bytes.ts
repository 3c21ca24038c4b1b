import { randomBytes } from "node:crypto";

/** Of each process its own, so that no text can be written to make a hash table slow. */
const SEED = randomBytes(4).readInt32LE();

/** FNV-1a over bytes `from` to `to`, its bits mixed once more; 32 bits, signed. */
export function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = SEED;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
