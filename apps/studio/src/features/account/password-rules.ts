export const MIN_PASSWORD_CHARACTERS = 10;
export const MAX_PASSWORD_CHARACTERS = 128;

/** What keeps a password from being taken, in words, or nothing. */
export function findPasswordFault(password: string): string | undefined {
  if (password.length < MIN_PASSWORD_CHARACTERS) {
    return `Use at least ${MIN_PASSWORD_CHARACTERS} characters.`;
  }
  if (password.length > MAX_PASSWORD_CHARACTERS) {
    return `Use at most ${MAX_PASSWORD_CHARACTERS} characters.`;
  }
  return undefined;
}
