import type { Contradiction, Finding } from "./finding.ts";

export const DIFFER_WORDS: Record<Contradiction["in"], string> = {
  number: "Two figures for the same",
  date: "Two dates for the same",
  negation: "One denies what the other says",
  name: "Two names for the same",
};

const FAULTS: Record<string, { title: string; todo: string }> = {
  thin: {
    title: "Hardly a word was read from its pages",
    todo: "Its pages may be pictures. Run text recognition (OCR) on it and add it again.",
  },
  replacement: {
    title: "Letters are missing",
    todo: "It was saved in another encoding than it says. Save it as UTF-8 and replace it.",
  },
  mojibake: {
    title: "Accented letters were read as pairs of signs",
    todo: "It was saved in another encoding than it says. Save it as UTF-8 and replace it.",
  },
  glyphs: {
    title: "Numbers of glyphs stand where letters should",
    todo: "Its fonts do not say which letters they draw. Print it to a new PDF, or run OCR on it.",
  },
  fragments: {
    title: "Much of it is bits of words",
    todo: "The recognition of its text went wrong. Run a better one, or add the original.",
  },
  past_date: {
    title: "It announces something for a year gone by",
    todo: "Correct the passage, or bring the source up to date.",
  },
  not_synced: {
    title: "Nobody has fetched it for half a year",
    todo: "Fetch it again, or let it be fetched on a schedule.",
  },
  sync_failing: {
    title: "It can't be fetched any more",
    todo: "Its last text goes on answering. See its history for the reason.",
  },
};

export function faultWords({ fault }: Finding): { title: string; todo: string } {
  return (
    FAULTS[fault?.because ?? ""] ?? { title: "Something is wrong with it", todo: "Have a look." }
  );
}
