import { CITATION_VISIBILITIES } from "@understudy/db/column-values";
import { z } from "zod";

const line = (max: number) => z.string().trim().max(max);
const RuleId = z.uuid().default(() => crypto.randomUUID());
const Examples = z.array(line(300).min(1)).max(30);

/** Told by examples: questions about it, or words that only it has. */
export const Topic = z.object({ id: RuleId, name: line(80).min(1), examples: Examples });
export const RefusedTopic = Topic.extend({ reply: line(1_000) });
export type RefusedTopic = z.infer<typeof RefusedTopic>;

export const BlockedPhrase = z.object({
  id: RuleId,
  /** `*` at a word's edge stands for any letters there, alone for a few words. */
  phrase: line(200).regex(/[^\s*]/u, "A phrase needs a word."),
  /** Said instead of the sentence; empty: nothing is. */
  replacement: line(500),
});
export type BlockedPhrase = z.infer<typeof BlockedPhrase>;

export const Disclaimer = z.object({
  id: RuleId,
  text: line(1_000).min(1),
  place: z.enum(["before", "after"]),
  /** Null: with every answer. */
  topic: z.object({ examples: Examples.min(1) }).nullable(),
});
export type Disclaimer = z.infer<typeof Disclaimer>;

export const UnsupportedSentences = z.enum(["show", "mark", "withhold"]);
/** What callers other than the owner still get. */
export const WhenBudgetEnds = z.enum(["verified", "quotations"]);
export const CitationVisibility = z.enum(CITATION_VISIBILITIES);

/** What a twin may be asked and may say; held by code after whoever writes the answer. */
export const Boundaries = z.object({
  /** Empty: everything that is not refused. */
  allowedTopics: z.array(Topic).max(30),
  /** What is said to a question about anything else. */
  outsideReply: line(1_000),
  refusedTopics: z.array(RefusedTopic).max(30),
  blockedPhrases: z.array(BlockedPhrase).max(200),
  disclaimers: z.array(Disclaimer).max(20),
  /** What becomes of sentences that no quote supports; null: as strict as the twin is. */
  unsupportedSentences: UnsupportedSentences.nullable(),
  /** What visitors see of where an answer comes from. */
  citationVisibility: CitationVisibility,
  /** Beside verified answers, when the month's budget has no room for the model. */
  whenBudgetEnds: WhenBudgetEnds,
});
export type Boundaries = z.infer<typeof Boundaries>;

export const NO_BOUNDARIES: Boundaries = {
  allowedTopics: [],
  outsideReply: "",
  refusedTopics: [],
  blockedPhrases: [],
  disclaimers: [],
  unsupportedSentences: null,
  citationVisibility: "full",
  whenBudgetEnds: "verified",
};
