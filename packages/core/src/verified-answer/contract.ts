import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";
import { RestingTest } from "../quality/contract.ts";
import { AddedSource } from "../source/contract.ts";

export const MAX_QUESTION_CHARACTERS = 500;
export const MAX_ANSWER_CHARACTERS = 10_000;
export const MAX_PHRASINGS = 50;
export const MAX_CSV_CHARACTERS = 900_000;
/** A twin holds the ways to ask for all of them in memory. */
export const MAX_VERIFIED_ANSWERS = 5_000;

const QuestionText = z
  .string()
  .trim()
  .min(1, "A verified answer needs a question.")
  .max(MAX_QUESTION_CHARACTERS);
const AnswerText = z
  .string()
  .trim()
  .min(1, "A verified answer needs its answer.")
  .max(MAX_ANSWER_CHARACTERS);
const Phrasings = z.array(QuestionText).max(MAX_PHRASINGS);

/** A question with the answer that the owner vouches for. */
export const VerifiedAnswer = z.object({
  id: Id,
  twinId: Id,
  question: z.string(),
  /** Other ways to ask it; the more, the more questions are understood. */
  phrasings: z.array(z.string()),
  answer: z.string(),
  /** When its owner wants to look at it again. */
  reviewBy: Timestamp.nullable(),
  /** The import that it came with, and goes with. */
  sourceId: Id.nullable(),
  /** Only some access groups are given it, or nobody. */
  isRestricted: z.boolean(),
  /** Counts its edits, from 1. */
  version: z.int(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type VerifiedAnswer = z.infer<typeof VerifiedAnswer>;

export const VerifiedAnswerRef = z.object({ verifiedAnswerId: Id });
export const VerifiedImpact = z.object({
  /** Quality tests that demand it, or were given it last. */
  tests: z.array(RestingTest),
});
export const CreateVerifiedAnswerInput = z.object({
  twinId: Id,
  question: QuestionText,
  phrasings: Phrasings.default([]),
  answer: AnswerText,
  reviewBy: Timestamp.nullable().default(null),
});
export const UpdateVerifiedAnswerInput = VerifiedAnswerRef.extend({
  question: QuestionText.optional(),
  phrasings: Phrasings.optional(),
  answer: AnswerText.optional(),
  reviewBy: Timestamp.nullable().optional(),
  /** The version that was edited; when given, a later one refuses the edit. */
  version: z.int().optional(),
});
export const ListVerifiedAnswersInput = PageInput.extend({
  twinId: Id,
  search: z.string().trim().max(200).optional(),
  /** Only those whose day of review has come. */
  isReviewDue: z.literal(true).optional(),
});
export const VerifiedAnswerPage = pageOf(VerifiedAnswer);

/** What it said from this time on. */
export const VerifiedVersion = VerifiedAnswer.pick({
  question: true,
  phrasings: true,
  answer: true,
  reviewBy: true,
  createdAt: true,
}).extend({
  number: z.int(),
  /** Who made it say so. */
  by: z.object({ kind: z.string(), id: Id.nullable() }),
});
export const ListVersionsInput = PageInput.extend(VerifiedAnswerRef.shape);
export const VerifiedVersionPage = pageOf(VerifiedVersion);

/** A question that a verified answer was like and did not answer. */
export const NearMiss = z.object({
  id: Id,
  verifiedAnswerId: Id,
  question: z.string(),
  /** The way to ask that was most like it. */
  phrasing: z.string(),
  /** How much of each is in the other, from 0 to 1. */
  score: z.number(),
  /** Why it did not answer: `negation`, `name`, `unknown_words` … */
  because: z.string(),
  timesAsked: z.int(),
  lastAskedAt: Timestamp,
});
export const ListNearMissesInput = PageInput.extend({
  twinId: Id,
  verifiedAnswerId: Id.optional(),
});
export const NearMissPage = pageOf(NearMiss);

export const Csv = z.string().min(1, "The file is empty.").max(MAX_CSV_CHARACTERS);
export const ImportVerifiedAnswersInput = z.object({ twinId: Id, csv: Csv });
export const ImportProblem = z.object({
  /** Of the file, from 1. */
  line: z.int(),
  reason: z.string(),
  message: z.string(),
});
export type ImportProblem = z.infer<typeof ImportProblem>;
export const ImportReport = z.object({
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  /** Rows that were left out, or that say something their owner should know. */
  problems: z.array(ImportProblem),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** What an import would do, row by row; at most so many rows are shown. */
export const MAX_PREVIEW_ROWS = 200;
export const ImportPreview = ImportReport.extend({
  rows: z.array(
    z.object({
      line: z.int(),
      question: z.string(),
      phrasings: z.array(z.string()),
      answer: z.string(),
      effect: z.enum(["create", "update", "unchanged"]),
    }),
  ),
});

export const AddQnaInput = ImportVerifiedAnswersInput.extend({
  title: z.string().trim().min(1, "An import needs a title.").max(300),
});
export const AddedQna = AddedSource.extend({ imported: ImportReport });
