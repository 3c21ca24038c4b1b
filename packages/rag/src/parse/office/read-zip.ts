import { inflateRawSync } from "node:zlib";
import { decodeText } from "../decode-text.ts";
import { SourceRejected } from "../source-rejected.ts";
import { listZipEntries, type ZipEntry } from "./list-zip-entries.ts";
import { packedBytes } from "./packed-bytes.ts";

const STORED = 0;
const DEFLATED = 8;

export interface Zip {
  names: readonly string[];
  /** A part's text, or undefined where the archive has no such part. */
  readText(name: string): string | undefined;
  readBytes(name: string): Uint8Array | undefined;
}

/** Opens an archive that was checked against bombs; parts are inflated one by one when asked for. */
export function readZip(bytes: Uint8Array): Zip {
  const entries = new Map(listZipEntries(bytes).map((entry) => [entry.name, entry]));
  const readBytes = (name: string) => {
    const entry = entries.get(name) ?? entries.get(decodeURIComponent(name));
    return entry && inflate(bytes, entry);
  };
  return {
    names: [...entries.keys()],
    readBytes,
    readText(name) {
      const part = readBytes(name);
      return part && decodeText(part);
    },
  };
}

function inflate(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.encrypted) {
    throw new SourceRejected(
      "source.encrypted",
      "This file is encrypted. Save it without a password.",
    );
  }
  const packed = packedBytes(bytes, entry);
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) throw new Error(`Zip method ${entry.method} is not supported.`);
  // What the directory declared is what was checked: more than that is a lie.
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.bytes) });
}
