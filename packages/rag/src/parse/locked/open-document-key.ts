import { createDecipheriv, createHash, pbkdf2Sync } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { scanXml, xmlAttribute } from "../office/scan-xml.ts";
import { fileLocked } from "./file-locked.ts";
import { limitSpins } from "./limit-spins.ts";

/** How a part of an OpenDocument file is encrypted (ISO/IEC 26300-3, section 4.8). */
interface Lock {
  bytes: number;
  algorithm: string;
  vector: Buffer;
  startHash: string;
  salt: Buffer;
  spins: number;
  keyBytes: number;
  checksum: Buffer;
  checksumName: string;
}

const CHECKED_BYTES = 1_024;

/** The encrypted parts that a manifest lists, by name. */
export function readLocks(manifest: string): Map<string, Lock> {
  const locks = new Map<string, Lock>();
  let part = "";
  let bytes = 0;
  let lock: Lock | undefined;
  scanXml(manifest, {
    open(name, tag) {
      const value = (attribute: string) => xmlAttribute(tag, attribute) ?? "";
      const binary = (attribute: string) => Buffer.from(value(attribute), "base64");
      if (name === "file-entry") {
        part = value("full-path");
        bytes = Number(value("size"));
      } else if (name === "encryption-data") {
        lock = {
          bytes,
          algorithm: "",
          vector: Buffer.alloc(0),
          startHash: "sha1",
          salt: Buffer.alloc(0),
          spins: 0,
          keyBytes: 16,
          checksum: binary("checksum"),
          checksumName: value("checksum-type"),
        };
        locks.set(part, lock);
      } else if (name === "algorithm" && lock) {
        lock.algorithm = value("algorithm-name");
        lock.vector = binary("initialisation-vector");
      } else if (name === "start-key-generation" && lock)
        lock.startHash = /sha256/i.test(value("start-key-generation-name")) ? "sha256" : "sha1";
      else if (name === "key-derivation" && lock) {
        lock.salt = binary("salt");
        lock.spins = Number(value("iteration-count"));
        lock.keyBytes = Number(value("key-size")) || lock.keyBytes;
      }
    },
    close() {},
  });
  return locks;
}

/** A part as it was before it was encrypted; another way of encryption than AES is no known one. */
export function openPart(locked: Uint8Array, lock: Lock, password: string): Uint8Array {
  const bits = /#aes(128|192|256)-cbc$/.exec(lock.algorithm)?.[1];
  if (!bits) throw new Error(`The encryption ${lock.algorithm} is not supported.`);
  limitSpins(lock.spins);
  const start = createHash(lock.startHash).update(password, "utf8").digest();
  const key = pbkdf2Sync(start, lock.salt, lock.spins, lock.keyBytes, "sha1");
  const decipher = createDecipheriv(`aes-${bits}-cbc`, key, lock.vector).setAutoPadding(false);
  const packed = withoutPadding(Buffer.concat([decipher.update(locked), decipher.final()]));
  const hash = /sha256/i.test(lock.checksumName) ? "sha256" : "sha1";
  const checked = createHash(hash).update(packed.subarray(0, CHECKED_BYTES)).digest();
  if (!checked.equals(lock.checksum)) throw fileLocked(password);
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, lock.bytes) });
}

/** The last byte says how many were put behind (XML Encryption 1.1, section 5.2). */
function withoutPadding(padded: Buffer): Buffer {
  return padded.subarray(0, Math.max(0, padded.length - (padded.at(-1) ?? 0)));
}
