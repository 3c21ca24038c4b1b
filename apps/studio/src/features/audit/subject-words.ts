/** `api_key` and `accessGroup` as people say them. */
export function subjectWords(kind: string): string {
  const words = kind
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll("_", " ")
    .replace(/^api /, "API ")
    .replace(/^tenant$/, "workspace");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
