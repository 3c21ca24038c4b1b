import type { AuditHead } from "@understudy/core/audit/contract";

/** "12:ab…", as the screen, the command and every export give the end of a chain. */
export function readHead(text: string): AuditHead | undefined {
  const [, sequence, hash] = /^\s*(\d{1,15}):([0-9a-f]{64})\s*$/i.exec(text) ?? [];
  if (!sequence || !hash || Number(sequence) < 1) return undefined;
  return { sequence: Number(sequence), hash: hash.toLowerCase() };
}
