/** In estimated tokens. */
export interface PromptBudget {
  maxInputTokens: number;
  maxQuestionTokens: number;
  /** Of the earlier turns together. */
  maxHistoryTokens: number;
  maxOutputTokens: number;
}

export const PROMPT_BUDGET: PromptBudget = {
  maxInputTokens: 6_000,
  maxQuestionTokens: 1_000,
  maxHistoryTokens: 1_200,
  maxOutputTokens: 900,
};

export type PromptFault = "question_too_long" | "character_too_long";

/** What was given cannot be put into a prompt within its budget. */
export class PromptOverBudget extends Error {
  override readonly name = "PromptOverBudget";
  readonly fault: PromptFault;

  constructor(fault: PromptFault) {
    super(
      fault === "question_too_long" ? "The question is too long." : "The character is too long.",
    );
    this.fault = fault;
  }
}
