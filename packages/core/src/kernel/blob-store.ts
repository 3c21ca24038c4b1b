import type { Readable } from "node:stream";

/** Where uploaded bytes are kept; keys are made by the server and never hold a name that someone typed. */
export interface BlobStore {
  /** Whole or not at all: a failed write leaves nothing under the key. */
  put(key: string, content: Readable | Uint8Array): Promise<void>;
  read(key: string): Promise<Uint8Array>;
  /** Whole, or from one byte to another, both counted in. */
  stream(key: string, range?: { start: number; end: number }): Promise<Readable>;
  remove(key: string): Promise<void>;
  /** Every key under a prefix, for reclaiming what nothing refers to. */
  list(prefix: string): AsyncIterable<string>;
}
