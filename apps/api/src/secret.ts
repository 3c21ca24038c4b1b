import { randomBytes } from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";

const MIN_CHARACTERS = 32;
/**
 * Of {@link guessedBits}. What repeats itself stays below 65. 128 random bits in hex have 115, but
 * below 96 once in 7,000 times, each four fewer a tenth as often.
 */
const MIN_BITS = 68;
const EXAMPLE = /change[-_ ]?me|example|secret|passw|default|understudy|replace|your[-_ ]|insert/i;

/** What is wrong with a secret, as the end of a sentence; undefined when it will do. */
export function secretWeakness(secret: string | undefined): string | undefined {
  if (secret === undefined) return "is missing: set it to 32 random characters or more";
  if (secret.length < MIN_CHARACTERS) return `is shorter than ${MIN_CHARACTERS} characters`;
  if (EXAMPLE.test(secret)) return "looks like an example value: make a random one";
  if (guessedBits(secret) < MIN_BITS) return "is too regular to be random";
  return undefined;
}

/** The lesser of the Shannon entropies of the characters and of their steps, over what does not repeat. */
function guessedBits(secret: string): number {
  const codes = Array.from(secret, (character) => character.codePointAt(0) ?? 0);
  const fresh = codes.filter(
    (_, at) => at < 3 || secret.indexOf(secret.slice(at - 3, at + 1)) === at - 3,
  );
  const steps = codes.slice(1).map((code, at) => code - (codes[at] ?? 0));
  return Math.min(shannonBits(codes), shannonBits(steps)) * Math.min(fresh.length, codes.length);
}

function shannonBits(symbols: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const symbol of symbols) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) {
    bits -= (count / symbols.length) * Math.log2(count / symbols.length);
  }
  return bits;
}

/** The secret of an instance that was given none: made once, readable by its owner only. */
export async function keptSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, "secret");
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(randomBytes(32).toString("base64url"));
    await file.sync();
    await file.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const kept = (await readFile(path, "utf8")).trim();
  const weakness = secretWeakness(kept);
  if (weakness) throw new Error(`The secret kept in ${path} ${weakness}.`);
  return kept;
}

/** The one the data directory keeps already; null where it keeps none, or the operator does. */
export async function findKeptSecret({
  APP_SECRET,
  DATA_DIR,
}: {
  APP_SECRET?: string | undefined;
  DATA_DIR: string;
}): Promise<string | null> {
  if (APP_SECRET) return null;
  try {
    return (await readFile(join(DATA_DIR, "secret"), "utf8")).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
