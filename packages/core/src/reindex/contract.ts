import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";
import { Verdict } from "../quality/contract.ts";
import { Chunking } from "./chunking.ts";

/** Of how many questions' places a share was found, from 0 to 1, and how long a search took. */
const Measured = z.object({
  /** The right place came first. */
  first: z.number(),
  /** It was among those that an answer is written from. */
  found: z.number(),
  medianMs: z.number(),
});

export const QUESTION_ORIGINS = ["asked", "tested", "verified", "heading"] as const;

/** What the new index found beside the one that answers, on the twin's own questions. */
export const Comparison = z.object({
  /** By where they came from: visitors' questions with what was cited, quality tests, verified answers, headings of passages. */
  questions: z.partialRecord(z.enum(QUESTION_ORIGINS), z.int()),
  /** Questions whose right place is known. */
  judged: z.int(),
  before: Measured,
  after: Measured,
  /** What both indexes found, as a share of what either did; 0 to 1. */
  overlap: z.number(),
  /** Those that one of them finds and the other does not, or much later; ranks from 1. */
  differences: z.array(
    z.object({
      question: z.string(),
      origin: z.enum(QUESTION_ORIGINS),
      before: z.int().nullable(),
      after: z.int().nullable(),
    }),
  ),
  /** The twin's own tests, answered from both; null where it has none. */
  tests: z
    .object({
      total: z.int(),
      /** Of them passed. */
      before: z.int(),
      after: z.int(),
      changes: z.array(
        z.object({ testId: Id, question: z.string(), before: Verdict, after: Verdict }),
      ),
    })
    .nullable()
    .default(null),
  comparedAt: Timestamp,
});
export type Comparison = z.infer<typeof Comparison>;

/** How much meaning counts beside words in an index, and what told so. */
export const Weighing = z.object({
  /** What vectors may say, of what they usually do: 1 is as usual, 0 nothing. */
  share: z.number(),
  /** Quality tests that name a passage or a source: what it was picked on. */
  questions: z.int(),
  /** For how many of them the right passage came first. */
  first: z.object({
    words: z.int(),
    vectors: z.int(),
    /** Both, as they are weighed usually. */
    usual: z.int(),
    /** Both, as they are weighed here. */
    here: z.int(),
  }),
  /** By how much passages are ordered better than usual: nDCG@10, on tests that it was not picked on. */
  gain: z.number(),
  /** Half the width of the gain's 95 % confidence interval. */
  gainWithin: z.number(),
  weighedAt: Timestamp,
});
export type Weighing = z.infer<typeof Weighing>;

const Figures = z.object({
  /** Of embeddings; null: passages are found by words alone. */
  model: z.string().nullable(),
  dimensions: z.int().nullable(),
  chunking: Chunking,
  sources: z.int(),
  passages: z.int(),
  /** Passages that have a vector of the model. */
  vectors: z.int(),
  /** What the vectors take, 4 bytes a number. */
  vectorBytes: z.int(),
  /** Sources that are still cut otherwise. */
  uncut: z.int(),
  /** Null: words and meaning count as they usually do. */
  weighing: Weighing.nullable(),
});

/** `words`: there is no model; `model_failing`: questions are matched by words until it answers again. */
export const IndexState = z.enum(["answering", "words", "model_failing"]);

export const Candidate = Figures.extend({
  id: Id,
  status: z.enum(["filling", "ready"]),
  /** The job that fills it, or filled it last. */
  jobId: Id.nullable(),
  comparison: Comparison.nullable(),
  createdAt: Timestamp,
});
export type Candidate = z.infer<typeof Candidate>;

export const TwinIndex = z.object({
  live: Figures.extend({
    state: IndexState,
    /** Why its model does not answer, as far as this process has seen. */
    failure: z.string().nullable(),
    since: Timestamp.nullable(),
  }),
  candidate: Candidate.nullable(),
  /** The model that this instance is set to, which new twins get; null: none. */
  configuredModel: z.string().nullable(),
  standardChunking: Chunking,
  /** Quality tests that name a passage or a source, and how many it takes to weigh words and meaning. */
  namingTests: z.object({ count: z.int(), least: z.int() }),
  /** What orders passages outside instead, so that nothing is weighed here while it answers; null: nothing does. */
  outsideReranker: z.string().nullable(),
});
export type TwinIndex = z.infer<typeof TwinIndex>;

export const IndexRef = z.object({ twinId: Id });
export const CandidateRef = z.object({ twinId: Id, generationId: Id });
export const StartReindexInput = z.object({
  twinId: Id,
  /** Left out: the model stays. */
  model: z.string().trim().min(1, "Name a model.").max(200).optional(),
  /** Left out: texts are cut as before; null: by the product's own settings. */
  chunking: Chunking.nullable().optional(),
});
