import { ASKED_BECAUSE, CLARIFICATION_STATUSES } from "@understudy/db/column-values";
import { z } from "zod";
import { AccessGroupIds } from "../access-group/contract.ts";
import { Citation } from "../conversation/contract.ts";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";
import {
  MAX_ANSWER_CHARACTERS,
  MAX_PHRASINGS,
  MAX_QUESTION_CHARACTERS,
} from "../verified-answer/contract.ts";

export const TREND_WEEKS = 8;

const Asked = z.object({
  id: Id,
  question: z.string(),
  /** `weak`: less than half of the answer was supported; `verified`: it was answered as the owner had said. */
  because: z.enum(ASKED_BECAUSE),
  conversationId: Id,
  /** What it was answered with, while that is there. */
  messageId: Id.nullable(),
  lastAskedAt: Timestamp,
});

/** Questions that ask the same, which the twin did not answer well. */
export const QuestionCluster = z.object({
  id: Id,
  twinId: Id,
  /** The most typical of them. */
  question: z.string(),
  status: z.enum(CLARIFICATION_STATUSES),
  /** Different people; who asks often is one. */
  people: z.int(),
  timesAsked: z.int(),
  firstAskedAt: Timestamp,
  lastAskedAt: Timestamp,
  /** Different people in each of the last weeks, the latest last. */
  trend: z.array(z.int()).length(TREND_WEEKS),
  /** Some who asked, the latest first. */
  examples: z.array(Asked),
  /** Who asked again after it was answered, and how many of them were given the owner's answer. */
  cameBack: z.object({ people: z.int(), given: z.int(), lastAskedAt: Timestamp }).nullable(),
  dismissReason: z.string().nullable(),
  settledAt: Timestamp.nullable(),
  settledBy: Id.nullable(),
  /** What the owner's answer became. */
  verifiedAnswerId: Id.nullable(),
  beliefId: Id.nullable(),
  testId: Id.nullable(),
});
export type QuestionCluster = z.infer<typeof QuestionCluster>;

export const QuestionClusterPage = pageOf(QuestionCluster).extend({
  counts: z.object({ open: z.int(), answered: z.int(), dismissed: z.int() }),
});
export const ListQuestionsInput = PageInput.extend({
  twinId: Id,
  status: z.enum(CLARIFICATION_STATUSES).default("open"),
});

export const ClusterRef = z.object({ clusterId: Id });

export const AskedDetail = Asked.extend({
  timesAsked: z.int(),
  visitorName: z.string().nullable(),
  /** What the twin said. */
  said: z.string().nullable(),
});
export const AskedPage = pageOf(AskedDetail);
export const ListAskedInput = PageInput.extend(ClusterRef.shape);

export const QuestionClusterDetail = QuestionCluster.extend({
  /** The different ways in which it was put, the commonest first. */
  ways: z.array(
    z.object({
      question: z.string(),
      people: z.int(),
      /** Why an answer to the typical one may not be given for it; null: it may. */
      because: z.string().nullable(),
      /** It asks for something else whatever anyone may think, and is never taken. */
      isOpposite: z.boolean(),
    }),
  ),
  asked: z.array(AskedDetail),
  /** What was answered, as it stands now. */
  answer: z.string().nullable(),
  /** How many agreed to hear of an answer, and were not told yet; null: this instance sends no mail. */
  tellable: z.int().nullable(),
  told: z.object({ waiting: z.int(), sent: z.int(), failed: z.int(), unwanted: z.int() }),
});
export type QuestionClusterDetail = z.infer<typeof QuestionClusterDetail>;

export const AnswerInput = ClusterRef.extend({
  answer: z.string().trim().min(1, "Write the answer.").max(MAX_ANSWER_CHARACTERS),
  /** As it is to be asked; without it the most typical one. */
  question: z.string().trim().min(1).max(MAX_QUESTION_CHARACTERS).optional(),
  /** Other ways to ask it; without them those of the cluster that ask the same. */
  phrasings: z
    .array(z.string().trim().min(1).max(MAX_QUESTION_CHARACTERS))
    .max(MAX_PHRASINGS)
    .optional(),
  /** A verified answer is given for this question alone; a belief for all that it bears on. */
  as: z.enum(["verified", "belief"]).default("verified"),
  /** Who may be given it; null: everybody. */
  accessGroupIds: AccessGroupIds.nullable().default(null),
  /** Those who asked and agreed to hear get it by mail, each once. */
  tellAskers: z.boolean().default(false),
});
export const Answered = QuestionClusterDetail.extend({
  /** How many are told. */
  telling: z.int(),
  /** Ways to ask that were not taken, and why. */
  leftOut: z.array(z.object({ question: z.string(), because: z.string() })),
});
export type Answered = z.infer<typeof Answered>;

export const DismissInput = ClusterRef.extend({
  reason: z.string().trim().max(300).default(""),
});

export const Suggestion = z.object({
  /** Sentences of the sources, word for word; null: nothing there is near. */
  text: z.string().nullable(),
  citations: z.array(Citation),
});
