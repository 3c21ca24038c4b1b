/** Slow hashes of what people choose. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Without a hash it takes as long, and nothing matches. */
  verify(attempt: { hash: string | null | undefined; password: string }): Promise<boolean>;
}
