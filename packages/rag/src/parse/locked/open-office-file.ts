import { createDecipheriv, createHash } from "node:crypto";
import { scanXml, xmlAttribute } from "../office/scan-xml.ts";
import { openCompoundFile } from "./compound-file.ts";
import { fileLocked } from "./file-locked.ts";
import { limitSpins } from "./limit-spins.ts";

/** An Office file that was encrypted with a password (MS-OFFCRYPTO 2.3.4), as the archive it was before. */
export function openOfficeFile(bytes: Uint8Array, password: string): Uint8Array {
  const stream = openCompoundFile(bytes);
  const scheme = stream("EncryptionInfo");
  const locked = stream("EncryptedPackage");
  if (!scheme || !locked) throw new Error("The encrypted file lacks a part.");
  const isAgile = scheme.readUInt16LE(0) === 4 && scheme.readUInt16LE(2) === 4;
  const open = isAgile ? openAgile(scheme, password) : openStandard(scheme, password);
  if (!open) throw fileLocked(password);
  return open(locked.subarray(8)).subarray(0, Number(locked.readBigUInt64LE(0)));
}

/** Undefined where the password is wrong. */
type Opener = ((locked: Buffer) => Buffer) | undefined;

const SEGMENT_BYTES = 4_096;
const VERIFIER_INPUT = Buffer.from("fea7d2763b4b9e79", "hex");
const VERIFIER_VALUE = Buffer.from("d7aa0f6d3061344e", "hex");
const KEY_VALUE = Buffer.from("146e0be7abacd0d6", "hex");

function openAgile(scheme: Buffer, password: string): Opener {
  const { data, own } = readDescriptor(scheme.toString("utf8", 8));
  const decode = (tag: string, name: string) =>
    Buffer.from(xmlAttribute(tag, name) ?? "", "base64");
  const hashName = (tag: string) => (xmlAttribute(tag, "hashAlgorithm") ?? "SHA1").replace("-", "");
  const salt = decode(own, "saltValue");
  const spins = Number(xmlAttribute(own, "spinCount"));
  const keyBytes = Number(xmlAttribute(own, "keyBits")) / 8;
  const spun = spin({ hash: hashName(own), salt, password, spins });
  const unlock = (block: Buffer, name: string) => {
    const key = resize(digest(hashName(own), spun, block), keyBytes);
    return decrypt("cbc", { key, iv: resize(salt, 16) }, decode(own, name));
  };
  const input = unlock(VERIFIER_INPUT, "encryptedVerifierHashInput");
  const expected = digest(hashName(own), input);
  const value = unlock(VERIFIER_VALUE, "encryptedVerifierHashValue");
  if (!value.subarray(0, expected.length).equals(expected)) return undefined;
  const key = unlock(KEY_VALUE, "encryptedKeyValue").subarray(0, keyBytes);
  const dataSalt = decode(data, "saltValue");
  return (locked) => {
    const segments: Buffer[] = [];
    for (let at = 0; at < locked.length; at += SEGMENT_BYTES) {
      const iv = resize(digest(hashName(data), dataSalt, int32(at / SEGMENT_BYTES)), 16);
      segments.push(decrypt("cbc", { key, iv }, locked.subarray(at, at + SEGMENT_BYTES)));
    }
    return Buffer.concat(segments);
  };
}

function readDescriptor(xml: string): { data: string; own: string } {
  let data = "";
  let own = "";
  scanXml(xml, {
    open(name, tag) {
      if (name === "keyData") data = tag;
      else if (name === "encryptedKey") own = tag;
    },
    close() {},
  });
  return { data, own };
}

const STANDARD_SPINS = 50_000;

function openStandard(scheme: Buffer, password: string): Opener {
  const headerBytes = scheme.readUInt32LE(8);
  const keyBytes = scheme.readUInt32LE(12 + 16) / 8;
  const verifier = scheme.subarray(12 + headerBytes);
  const salt = verifier.subarray(4, 20);
  const spun = spin({ hash: "sha1", salt, password, spins: STANDARD_SPINS });
  const final = digest("sha1", spun, int32(0));
  const mixed = [0x36, 0x5c].map((fill) => {
    const block = Buffer.alloc(64, fill);
    for (const [at, byte] of final.entries()) block[at] = block[at]! ^ byte;
    return digest("sha1", block);
  });
  const key = Buffer.concat(mixed).subarray(0, keyBytes);
  const unlock = (locked: Buffer) => decrypt("ecb", { key, iv: null }, locked);
  const expected = digest("sha1", unlock(verifier.subarray(20, 36)));
  const value = unlock(verifier.subarray(40, 72)).subarray(0, expected.length);
  return value.equals(expected) ? unlock : undefined;
}

interface Secret {
  hash: string;
  salt: Buffer;
  password: string;
  spins: number;
}

function spin({ hash, salt, password, spins }: Secret): Buffer {
  limitSpins(spins);
  let spun = digest(hash, salt, Buffer.from(password, "utf16le"));
  for (let at = 0; at < spins; at += 1) spun = digest(hash, int32(at), spun);
  return spun;
}

function digest(name: string, ...parts: readonly Buffer[]): Buffer {
  const hash = createHash(name.toLowerCase());
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function decrypt(
  mode: "cbc" | "ecb",
  { key, iv }: { key: Buffer; iv: Buffer | null },
  locked: Buffer,
): Buffer {
  const decipher = createDecipheriv(`aes-${key.length * 8}-${mode}`, key, iv);
  decipher.setAutoPadding(false);
  const whole = locked.subarray(0, locked.length - (locked.length % 16));
  return Buffer.concat([decipher.update(whole), decipher.final()]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Cut, or filled as the format fills. */
function resize(bytes: Buffer, size: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(Math.max(0, size - bytes.length), 0x36)]).subarray(
    0,
    size,
  );
}
