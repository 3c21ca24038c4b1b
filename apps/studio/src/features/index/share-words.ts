const PARTS: Record<number, string> = {
  0: "not at all",
  0.01: "a hundredth as much as usual",
  0.02: "a fiftieth as much as usual",
  0.05: "a twentieth as much as usual",
  0.1: "a tenth as much as usual",
  0.2: "a fifth as much as usual",
  0.5: "half as much as usual",
  1: "as much as usual",
  2: "twice as much as usual",
  5: "five times as much as usual",
  20: "twenty times as much as usual",
  1000: "more than all words",
};

/** How much meaning counts beside words, as an adverb. */
export function shareWords(share: number): string {
  return PARTS[share] ?? `${share} times as much as usual`;
}
