/** Why an expectation did not hold, or could not be told. */
const BECAUSE_WORDS: Record<string, string> = {
  words_missing: "These words are not in the answer.",
  words_there: "These words are in the answer.",
  answered: "It was answered.",
  not_answered: "It was not answered.",
  source_not_cited: "The answer does not cite this source.",
  passage_not_cited: "The answer does not cite this passage.",
  not_verified: "No verified answer was given.",
  other_verified: "Another verified answer was given.",
  support_low: "Too few of its sentences are supported by a quote.",
  model_declined: "The model found that it does not.",
  source_gone: "Could not be told: this source was removed. Choose another one.",
  passage_gone:
    "Could not be told: this passage is not in its source any more. Choose another one.",
  verified_gone: "Could not be told: this verified answer was removed.",
  support_unknown: "Could not be told: its support is not known.",
  no_model: "Could not be told: no model is configured that could judge it.",
  model_failed: "Could not be told: the model that judges it failed.",
  model_unclear: "Could not be told: the model said neither yes nor no.",
  over_budget: "Could not be told: this month's budget has no room for the model that judges it.",
  answer_failed: "Could not be told: the answer broke off.",
  budget_spent: "Not asked: the run had spent its budget.",
};

export function becauseWords(because: string): string {
  return BECAUSE_WORDS[because] ?? because;
}
