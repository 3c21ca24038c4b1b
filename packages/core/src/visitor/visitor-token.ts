import { createHash, randomBytes } from "node:crypto";

const MARKS = { visit: "us_vt_", resume: "us_vr_" } as const;
const RESUME = /^us_vr_[A-Za-z0-9_-]{43}$/;

/** 256 random bits behind a mark that says what it is for; only the hash is ever stored. */
export function makeVisitorToken(kind: keyof typeof MARKS): { token: string; hash: Uint8Array } {
  const token = MARKS[kind] + randomBytes(32).toString("base64url");
  return { token, hash: hashOf(token) };
}

/** Null for what no start has given. */
export function hashResumeToken(token: string | undefined): Uint8Array | null {
  return token !== undefined && RESUME.test(token) ? hashOf(token) : null;
}

function hashOf(token: string): Uint8Array {
  return createHash("sha256").update(token).digest();
}
