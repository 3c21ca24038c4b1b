const KEY_BYTES = 16;

/** Unlike `crypto.randomUUID` it is there on pages without https, too. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
