import type { Readable } from "node:stream";

const LENGTH_BYTES = 4;

export interface FrameReader {
  /** Exactly so many bytes; throws `StreamEnded` when fewer come. */
  readBytes(byteLength: number): Promise<Buffer>;
  /** A JSON value behind its length; throws `FrameTooLarge` before reading a longer one. */
  readJson(maxBytes: number): Promise<unknown>;
}

export class StreamEnded extends Error {}
export class FrameTooLarge extends Error {}

/** Reads length-prefixed frames from a pipe. */
export function createFrameReader(stream: Readable): FrameReader {
  const chunks = stream[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);

  const readBytes = async (byteLength: number) => {
    const target = Buffer.allocUnsafe(byteLength);
    let filled = 0;
    while (filled < byteLength) {
      if (rest.length === 0) {
        const next = await chunks.next();
        if (next.done) throw new StreamEnded("The pipe ended inside a frame.");
        rest = next.value;
      }
      const taken = rest.copy(target, filled, 0, byteLength - filled);
      rest = rest.subarray(taken);
      filled += taken;
    }
    return target;
  };

  return {
    readBytes,
    async readJson(maxBytes) {
      const length = (await readBytes(LENGTH_BYTES)).readUInt32LE();
      if (length > maxBytes) throw new FrameTooLarge(`A frame of ${length} bytes is too large.`);
      return JSON.parse((await readBytes(length)).toString("utf8"));
    },
  };
}

export function encodeFrame(value: unknown): Buffer {
  const json = Buffer.from(JSON.stringify(value));
  const frame = Buffer.allocUnsafe(LENGTH_BYTES + json.length);
  frame.writeUInt32LE(json.length);
  json.copy(frame, LENGTH_BYTES);
  return frame;
}
