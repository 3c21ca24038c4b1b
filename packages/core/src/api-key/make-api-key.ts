import { createHash, randomBytes } from "node:crypto";

const MARKS = { secret: "us_sk_", publishable: "us_pk_" } as const;
const SHOWN_CHARACTERS = 12;

/** 256 random bits behind a mark that says what the key may do; only the hash is ever stored. */
export function makeApiKey(kind: keyof typeof MARKS): {
  key: string;
  prefix: string;
  hash: Uint8Array;
} {
  const key = MARKS[kind] + randomBytes(32).toString("base64url");
  return { key, prefix: key.slice(0, SHOWN_CHARACTERS), hash: hashApiKey(key) };
}

export function hashApiKey(key: string): Uint8Array {
  return createHash("sha256").update(key).digest();
}
