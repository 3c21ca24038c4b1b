const WORDS: Record<string, string> = {
  number: "they name other numbers",
  name: "they name other people, places or things",
  negation: "one of the two says “not”",
  direction: "they ask about opposite directions",
  obligation: "one asks whether it may be done, the other whether it must",
  trouble: "one of the two is about something that went wrong",
  event: "one of the two is about something that has happened",
  kind: "they ask for different kinds of things",
  unknown_words: "it asks for something that no phrasing speaks of",
  missing_words: "it leaves out what nearly all phrasings ask",
  too_different: "too little of it is in the phrasing",
  one_phrasing: "only one phrasing is like it, and not quite the same",
  ambiguous: "another verified answer is nearly as like it",
  model_declined: "the model found that they ask different things",
  removed: "it was removed meanwhile",
};

/** Why a verified answer that was like a question did not answer it. */
export function whyNotWords(because: string): string {
  return WORDS[because] ?? because.replaceAll(/[._]/g, " ");
}

const OPPOSITES = new Set(["number", "name", "negation", "direction", "obligation"]);

/** Whether the two ask for different things, so that one answer can hardly serve both. */
export function isOpposite(because: string): boolean {
  return OPPOSITES.has(because);
}
