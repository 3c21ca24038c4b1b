import { pipeline, Readable, Transform } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import type { ZipEntry } from "../office/list-zip-entries.ts";
import { packedBytes } from "../office/packed-bytes.ts";
import { SourceRejected } from "../source-rejected.ts";

const STORED = 0;
const DEFLATED = 8;
const PIECE_BYTES = 65_536;

/**
 * A member's content, inflated as it is read, so that nobody holds it whole. The stream fails with
 * `source.corrupt` where it is not what the archive's directory says of it, in size or checksum.
 */
export function openMember(bytes: Uint8Array, entry: ZipEntry): Readable {
  if (entry.method !== STORED && entry.method !== DEFLATED) throw damaged();
  const packed = Readable.from(pieces(packedBytes(bytes, entry)));
  const checked = check(entry);
  const close = () => {};
  if (entry.method === STORED) pipeline(packed, checked, close);
  else
    pipeline(packed, createInflateRaw(), checked, (error) => error && checked.destroy(damaged()));
  return checked;
}

function* pieces(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

function check(entry: ZipEntry): Transform {
  let size = 0;
  let sum = 0;
  return new Transform({
    transform(piece: Uint8Array, _encoding, done) {
      size += piece.byteLength;
      sum = crc32(piece, sum);
      if (size > entry.bytes) done(damaged());
      else done(null, piece);
    },
    flush: (done) => done(size === entry.bytes && sum === entry.crc32 ? null : damaged()),
  });
}

function damaged(): SourceRejected {
  return new SourceRejected("source.corrupt", "This file is damaged within its archive.");
}
