import { CLARIFICATION_STATUSES } from "@understudy/db/column-values";
import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";
import { MAX_ANSWER_CHARACTERS } from "../verified-answer/contract.ts";

/** A question that a twin could not answer, put to its owner. */
export const Clarification = z.object({
  id: Id,
  twinId: Id,
  question: z.string(),
  status: z.enum(CLARIFICATION_STATUSES),
  /** The same question, however it was written, is one. */
  timesAsked: z.int(),
  lastAskedAt: Timestamp,
  /** Where it was asked last, while that is there. */
  conversationId: Id.nullable(),
  /** What the owner's reply became. */
  verifiedAnswerId: Id.nullable(),
  beliefId: Id.nullable(),
  createdAt: Timestamp,
});
export type Clarification = z.infer<typeof Clarification>;
export const ClarificationPage = pageOf(Clarification);

export const ClarificationRef = z.object({ clarificationId: Id });
export const ListClarificationsInput = PageInput.extend({
  twinId: Id,
  status: z.enum(CLARIFICATION_STATUSES).default("open"),
});
export const ReplyInput = ClarificationRef.extend({
  text: z.string().trim().min(1, "Write your reply.").max(MAX_ANSWER_CHARACTERS),
  /** A verified answer is given for this question alone; a belief for all that it bears on. */
  as: z.enum(["verified", "belief"]).default("verified"),
});
