export const MODES = ["serve", "work", "all"] as const;
export type Mode = (typeof MODES)[number];

export function isMode(word: string): word is Mode {
  return MODES.some((mode) => mode === word);
}
