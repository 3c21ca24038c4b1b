import { z } from "zod";
import { Period } from "../analytics/contract.ts";
import { Id, Timestamp } from "../kernel/ids.ts";

/** What waits for a twin's owner, the most pressing first; the order is that in which needs are told. */
export const NEED_KINDS = [
  "untaught",
  "budget_spent",
  "worse_answers",
  "failed_source",
  "blocked_release",
  "not_helpful",
  "open_question",
  "contradiction",
  "shaken_answer",
  "unfit_correction",
  "budget_nearly_spent",
  "unpublished",
  "stale_content",
  "review_due",
  "faceless",
] as const;
export const NeedKind = z.enum(NEED_KINDS);
export type NeedKind = z.infer<typeof NeedKind>;

export const Need = z.object({
  kind: NeedKind,
  /** How many; of a budget, the percentage that is spent. */
  count: z.int(),
  /** The first of them, in words. */
  example: z.string().nullable(),
  /** What to open. */
  subjectId: Id.nullable(),
});
export type Need = z.infer<typeof Need>;

const Passed = z.object({ passed: z.int(), total: z.int() });

/** What has become of the twin since it was last published. */
export const Progress = z.object({
  release: z.object({ id: Id, number: z.int(), createdAt: Timestamp }),
  /** Quality tests, now and as it was published; null: there was no run. */
  tests: z.object({ now: Passed.nullable(), before: Passed.nullable() }),
  /** Shares of answers since, and in as long a time before it. */
  answered: z.object({
    since: Period,
    now: z.number().nullable(),
    before: z.number().nullable(),
  }),
  taught: z.object({ sources: z.int(), verifiedAnswers: z.int(), corrections: z.int() }),
});

export const HomeInput = z.object({ twinId: Id });
export const Home = z.object({
  twinId: Id,
  needs: z.array(Need),
  /** Null: it was never published. */
  progress: Progress.nullable(),
});
