import type { CitationWords } from "./answer/citation-card.ts";
import type { BadgeWords } from "./badge.ts";
import type { GateWords } from "./gate.ts";
import type { ActionWords } from "./message-actions.ts";
import type { BusyWords } from "./overcome-refusal.ts";
import type { RatingWords } from "./rate-answer.ts";

/**
 * The widget's own words; `{name}` is the twin's name, `{n}` a number. Parts that are loaded later
 * bring theirs, for those who read English.
 */
export const ENGLISH = {
  close: "Close",
  reset: "New conversation",
  placeholder: "Ask a question",
  send: "Send",
  stop: "Stop",
  notice: "You are talking to an AI that quotes {name}’s own material.",
  answering: "Answering…",
  verified: "Verified by {name}",
  unsupported: "No source backs this",
  source: "Source {n}",
  failed: "That did not work. Your question is not lost.",
  retry: "Try again",
  tooMany: "Too many questions at once. Please wait a little.",
  unavailable: "This chat is not available here.",
  unreachable: "This chat is not reachable now. It tries again by itself.",
  conversation: "Conversation with {name}",
};

type LaterWords = ActionWords & BadgeWords & BusyWords & CitationWords & GateWords & RatingWords;
export type Words = typeof ENGLISH & Partial<LaterWords>;
/** A language is one file. */
export type Translation = typeof ENGLISH & LaterWords;

const TRANSLATED = "ar cs de es fa fr he hi it ja ko nl pl pt ru sv tr uk zh";

export interface Language {
  code: string;
  words: Words;
  direction: "ltr" | "rtl";
}

/** The first of the wanted languages that there are words in; English where there is none. */
export async function readLanguage(
  wanted: readonly (string | null | undefined)[],
): Promise<Language> {
  for (const tag of wanted) {
    const code = tag?.toLowerCase().split("-")[0];
    if (code === "en") break;
    if (!code || !TRANSLATED.includes(code)) continue;
    const address = new URL(`${code}.js`, import.meta.url).href;
    const told = (await import(/* @vite-ignore */ address)) as Pick<Language, "words"> &
      Partial<Language>;
    return { direction: "ltr", code, ...told };
  }
  return { code: "en", direction: "ltr", words: ENGLISH };
}

export function fill(text: string, values: { name?: string; n?: number }): string {
  return text.replace(/\{(\w+)\}/g, (_, name: "name" | "n") => `${values[name]}`);
}
