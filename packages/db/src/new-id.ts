import { randomFillSync } from "node:crypto";

const bytes = new Uint8Array(16);
const view = new DataView(bytes.buffer);
let lastMilliseconds = 0;
let counter = 0;

/** A UUIDv7 (RFC 9562): sorts by time, and within a millisecond by a 12-bit counter. */
export function newId(): string {
  randomFillSync(bytes);
  const milliseconds = nextTick();
  view.setUint16(0, Math.floor(milliseconds / 2 ** 32));
  view.setUint32(2, milliseconds >>> 0);
  view.setUint16(6, 0x7000 | counter);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return format(Buffer.from(bytes).toString("hex"));
}

/** Never steps back, and borrows from the next millisecond when the counter is used up. */
function nextTick(): number {
  const now = Date.now();
  if (now > lastMilliseconds) {
    lastMilliseconds = now;
    counter = view.getUint16(6) & 0x7ff;
  } else if (++counter > 0xfff) {
    lastMilliseconds += 1;
    counter = 0;
  }
  return lastMilliseconds;
}

function format(hex: string): string {
  const part = (from: number, to: number) => hex.slice(from, to);
  return `${part(0, 8)}-${part(8, 12)}-${part(12, 16)}-${part(16, 20)}-${part(20, 32)}`;
}
