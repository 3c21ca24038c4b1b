export interface PoolSettings {
  /** How many documents are parsed at once. */
  size: number;
  /** Deadline of one document, from its turn on. */
  timeoutMs: number;
  /** Resident memory of one child. */
  memoryMb: number;
  maxInputBytes: number;
  /** Of the parsed document as it is sent back. */
  maxOutputBytes: number;
  /** A child without work ends after this long. */
  idleMs: number;
  /** A child is replaced after this many documents, so that leaks of parsers stay small. */
  documentsPerChild: number;
  /** The module whose `parseBytes` the children run. */
  parserModule: URL;
}

export const poolDefaults: PoolSettings = {
  size: 1,
  timeoutMs: 180_000,
  memoryMb: 1_536,
  maxInputBytes: 200_000_000,
  maxOutputBytes: 256_000_000,
  idleMs: 60_000,
  documentsPerChild: 100,
  parserModule: new URL("../parse-bytes.ts", import.meta.url),
};
