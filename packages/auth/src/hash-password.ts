import { hash, verify } from "@node-rs/argon2";

/** OWASP's floor for argon2id, the library's default variant: 19 MiB, two passes, one lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same password typed on another keyboard must be the same bytes. */
const normalized = (password: string) => password.normalize("NFKC");

export function hashPassword(password: string): Promise<string> {
  return hash(normalized(password), ARGON2ID);
}

export function verifyPassword(attempt: { hash: string; password: string }): Promise<boolean> {
  return verify(attempt.hash, normalized(attempt.password));
}
