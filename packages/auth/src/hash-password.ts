import { hash, verify } from "@node-rs/argon2";

/** OWASP's floor for argon2id, the library's default variant: 19 MiB, two passes, one lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same password typed on another keyboard must be the same bytes. */
const normalized = (password: string) => password.normalize("NFKC");

export function hashPassword(password: string): Promise<string> {
  return hash(normalized(password), ARGON2ID);
}

/** Of a password that nobody has: what there is no hash for takes as long to refuse. */
const NOBODYS =
  "$argon2id$v=19$m=19456,t=2,p=1$ktjIGiay9qbwWhgf0445Hg$utDooxh1089hvYdLSpt522zKVfr6nqMUHRTwGV7nVPo";

/** A hash that is not there takes as long, and nothing matches it. */
export const passwords = {
  hash: hashPassword,
  async verify({ hash, password }: { hash: string | null | undefined; password: string }) {
    const isRight = await verifyPassword({ hash: hash ?? NOBODYS, password });
    return isRight && hash != null;
  },
};

export function verifyPassword(attempt: { hash: string; password: string }): Promise<boolean> {
  return verify(attempt.hash, normalized(attempt.password));
}
