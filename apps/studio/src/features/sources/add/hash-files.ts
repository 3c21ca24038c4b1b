/** Larger files are not held in memory whole; the server tells whether it has them. */
const MAX_HASHED_BYTES = 256_000_000;

/** Hashes one file at a time, so that many at once don't fill the memory. */
export function createFileHasher() {
  let last: Promise<unknown> = Promise.resolve();
  return (file: File): Promise<string | undefined> => {
    const hashed = last.then(() => hashFile(file));
    last = hashed.catch(() => undefined);
    return hashed;
  };
}

/** SHA-256 as hex; undefined where the browser gives none, which is so outside of secure contexts. */
async function hashFile(file: File): Promise<string | undefined> {
  if (!globalThis.crypto.subtle || file.size > MAX_HASHED_BYTES) return undefined;
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
