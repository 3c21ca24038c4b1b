import { z } from "zod";
import { AccessGroupIds } from "../../access-group/contract.ts";
import { AnswerSpan, Citation } from "../../conversation/contract.ts";
import { Id } from "../../kernel/ids.ts";
import { Passage, StageScores } from "../contract.ts";

const MAX_POOL = 200;
const MAX_WEIGHT = 5;

/** How one question is searched for. */
export const ExploreSettings = z.object({
  /** Passages that are kept. */
  limit: z.int().min(1).max(50),
  /** Of the arm of words spelt alike, both arms divided by their best score. */
  characterWeight: z.number().min(0).max(MAX_WEIGHT),
  /** Of the arm of meaning. */
  denseWeight: z.number().min(0).max(MAX_WEIGHT),
  /** Candidates whose texts are read and reranked. */
  poolSize: z.int().min(1).max(MAX_POOL),
  /** Of the passages that are kept, what one source may fill while others have something to say. */
  largestSourceShare: z.number().min(0.01).max(1),
  /** From which likeness on two passages count as one. */
  nearDuplicateResemblance: z.number().min(0.1).max(1),
});
export type ExploreSettings = z.infer<typeof ExploreSettings>;

const QuestionText = z.string().trim().min(1, "Ask something.").max(2_000);

export const ExploreInput = z.object({
  twinId: Id,
  query: QuestionText,
  /** What was asked before it in the same conversation, oldest first. */
  earlier: z.array(QuestionText.max(500)).max(5).default([]),
  /** For this question only; what is not given is as it always is. */
  settings: ExploreSettings.partial().default({}),
  /** As someone in these groups would ask, an empty list as someone in none. */
  accessGroupIds: AccessGroupIds.optional(),
});
export type ExploreInput = z.infer<typeof ExploreInput>;

/** UTF-16 offsets into the passage's text. */
const Matches = z.array(z.object({ start: z.int(), end: z.int() }));
const Explored = Passage.extend({ matches: Matches });

export const DroppedPassage = z.object({
  because: z.enum(["gone", "unmatched", "near_duplicate", "source_cap", "limit"]),
  scores: StageScores,
  /** Null for what is gone. */
  passage: Explored.omit({ score: true, scores: true }).nullable(),
});

const NearVerified = z.object({
  verifiedAnswerId: Id,
  phrasing: z.string(),
  /** How much of each is in the other, from 0 to 1. */
  score: z.number(),
  /** Why it is not the answer; null where it is. */
  because: z.string().nullable(),
});

export const Exploration = z.object({
  /** The question as it was searched for: a follow-up made standalone. */
  standalone: z.string(),
  /** In the other languages of the sources, by a model. */
  translations: z.array(z.string()),
  verified: z.object({
    /** The owner's words that would be given; null where no verified answer fits. */
    answer: z.string().nullable(),
    /** The one it was decided on. */
    nearest: NearVerified.extend({ decidedBy: z.enum(["words", "model"]) }).nullable(),
    others: z.array(NearVerified),
  }),
  passages: z.array(Explored),
  dropped: z.array(DroppedPassage),
  /** What was used. */
  settings: ExploreSettings,
  /** What answers are searched for with. */
  standard: ExploreSettings,
  /** Whether passages were also sought by their meaning. */
  hasDense: z.boolean(),
  /** Milliseconds per stage. */
  timingsMs: z.record(z.string(), z.number()),
});

/** What would be answered now, of which nothing is kept. */
export const Rehearsal = z.object({
  text: z.string(),
  answered: z.boolean(),
  refused: z.boolean(),
  verified: z.boolean(),
  writer: z.enum(["model", "quotation"]).nullable(),
  model: z.string().nullable(),
  failure: z.string().nullable(),
  citations: z.array(Citation),
  unsupportedSpans: z.array(AnswerSpan),
  timingsMs: z.record(z.string(), z.number()),
});
export type Rehearsal = z.infer<typeof Rehearsal>;
