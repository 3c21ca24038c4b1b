/** The addresses in a pasted list, one a line or parted by spaces and commas, each once. */
export function readAddresses(text: string): string[] {
  const words = text.split(/[\s,]+/).filter((word) => /^https?:\/\//i.test(word));
  return [...new Set(words)];
}
