import { createHash, randomBytes } from "node:crypto";

/** 256 random bits; only their hash is ever stored. */
export function makeInvitationToken(): { token: string; tokenHash: Uint8Array } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashInvitationToken(token) };
}

export function hashInvitationToken(token: string): Uint8Array {
  return createHash("sha256").update(token).digest();
}
