export type Strictness = "strict" | "adaptive" | "creative";

/** Who answers, in the owner's words; empty where the owner said nothing. */
export interface Character {
  name: string;
  headline: string;
  bio: string;
  purpose: string;
  instructions: string;
  speakingStyle: string;
  answerLength: "short" | "medium" | "long";
  strictness: Strictness;
  /** A BCP 47 tag, or null to answer in the language of the question. */
  language: string | null;
  /** What it is told not to speak of and not to say; code sees to it that it does not. */
  avoid?: { topics: readonly string[]; phrases: readonly string[] };
}
