export const MODES = ["serve", "work", "all"] as const;
export type Mode = (typeof MODES)[number];

export function isMode(word: string): word is Mode {
  return MODES.some((mode) => mode === word);
}

/** What is done once, with a file or an address, and ends. */
export const COMMANDS = ["backup", "restore", "audit", "receipt", "reset-link"] as const;
export type Command = (typeof COMMANDS)[number];

export function isCommand(word: string): word is Command {
  return COMMANDS.some((command) => command === word);
}
