import type { Violation } from "@understudy/core/governance/contract";
import { PERSONAL_WORDS } from "./personal-words.ts";

type Kind = Violation["kind"];

export const VIOLATION_WORDS: Record<Kind, string> = {
  redacted_stored: "Hidden before it was kept",
  redacted_provider: "Hidden from a provider",
  redacted_answer: "Hidden in an answer",
  refused: "Question refused",
  withheld: "Sentence held back",
  uncited: "No answer without a citation",
  forbidden_provider: "Provider not called",
};

export const VIOLATION_KINDS = Object.keys(VIOLATION_WORDS) as Kind[];

/** What it was about, in people's words. */
export function subjectWords({ kind, subject }: Pick<Violation, "kind" | "subject">): string {
  if (kind === "forbidden_provider") return "Language model";
  if (kind === "refused" && subject === "") return "None of the allowed topics";
  if (subject in PERSONAL_WORDS)
    return PERSONAL_WORDS[subject as keyof typeof PERSONAL_WORDS].label;
  return subject;
}
