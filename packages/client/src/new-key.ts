const KEY_BYTES = 16;

/** A key that no other request has; made so that pages without https, where `crypto.randomUUID` is missing, have it too. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
