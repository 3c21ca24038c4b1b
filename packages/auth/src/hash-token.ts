import { createHash } from "node:crypto";

/** Tokens and keys are 190 bits and more of randomness, so that a plain digest is enough at rest. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
