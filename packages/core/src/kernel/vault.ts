import type { SigningKey } from "./signing-key.ts";

/** What the instance's secret does: it seals the few secrets that must rest, and vouches for what was written. */
export interface Vault {
  seal(secret: string): Uint8Array;
  /** Throws when the bytes were not sealed here or were altered. */
  open(sealed: Uint8Array): string;
  /** HMAC-SHA-256 under a key of its own, 32 bytes: only this instance can say it of a text. */
  vouch(text: string): Uint8Array;
  /** For what is judged elsewhere, without the secret. */
  readonly signing: SigningKey;
}
