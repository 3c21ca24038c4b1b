/** Seals the few secrets that must rest between two processes, under a key derived from the instance's secret. */
export interface Vault {
  seal(secret: string): Uint8Array;
  /** Throws when the bytes were not sealed here or were altered. */
  open(sealed: Uint8Array): string;
}
