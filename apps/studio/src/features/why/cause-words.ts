import type { Cause } from "./message-trace.ts";

/** What a rule makes of it, and what to do about it. */
export const CAUSE_WORDS: Record<Cause, { label: string; why: string }> = {
  fine: {
    label: "Nothing stands out",
    why: "What it says is supported, by all that a rule can tell.",
  },
  policy: {
    label: "A rule",
    why: "A rule refused the question or held sentences back. Change the rule under Character, Rules or Governance if it should not have.",
  },
  model: {
    label: "The model could not write",
    why: "Sentences were quoted instead, or the answer broke off. Look at Providers and budgets.",
  },
  content_gap: {
    label: "Content gap",
    why: "No passage speaks of what was asked. Teach it with a note, a source or a verified answer.",
  },
  retrieval_miss: {
    label: "Retrieval miss",
    why: "A passage that speaks of it was left out. Pin or correct that passage, or answer in your own words.",
  },
  writing: {
    label: "Writing",
    why: "Passages speak of it, and what was made of them is not wholly supported. Correct the passage, or answer in your own words.",
  },
  stopped: { label: "Stopped", why: "Someone stopped it before its end." },
};

export const DEGRADED_WORDS: Record<string, string> = {
  "model.over_budget": "this month's budget is used up",
  "model.forbidden": "the rules in force forbid this provider or model",
  "answer.question_too_long": "the question was too long for the model",
  "answer.character_too_long": "the character leaves no room in a prompt",
};
