const HIGH_SURROGATE = /[\uD800-\uDBFF]$/u;

/**
 * Makes the pieces of a text whole characters that a database takes: half a pair waits for its other
 * half, a half that stays alone becomes U+FFFD, and NUL is left out.
 */
export function createCharacterJoiner(): (piece: string) => string {
  let held = "";
  return (piece) => {
    const text = (held + piece).replaceAll("\u0000", "");
    held = HIGH_SURROGATE.exec(text)?.[0] ?? "";
    return text.slice(0, text.length - held.length).toWellFormed();
  };
}
