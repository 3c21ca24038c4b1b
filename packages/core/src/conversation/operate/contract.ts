import { CONVERSATION_FORMATS, NOTICE_STATUSES, OUTCOMES } from "@understudy/db/column-values";
import { z } from "zod";
import { Id, Timestamp } from "../../kernel/ids.ts";
import { pageOf } from "../../kernel/page.ts";
import { MAX_ANSWER_CHARACTERS, MAX_QUESTION_CHARACTERS } from "../../verified-answer/contract.ts";
import { Conversation, ConversationRef, ConversationThread } from "../contract.ts";
import { ConversationFilter } from "../filter.ts";

const Person = z.object({
  id: Id,
  name: z.string().nullable(),
  email: z.string().nullable(),
  isVerified: z.boolean(),
});

/** What came of its questions; counted from the events. */
export const ConversationFigures = z.object({
  questions: z.int(),
  outcomes: z.partialRecord(z.enum(OUTCOMES), z.int()),
  lowestSupport: z.number().nullable(),
  up: z.int(),
  down: z.int(),
  language: z.string().nullable(),
});
export type ConversationFigures = z.infer<typeof ConversationFigures>;

const Marks = {
  isFlagged: z.boolean(),
  reviewedAt: Timestamp.nullable(),
  tags: z.array(z.string()),
};

export const ConversationItem = Conversation.extend({
  ...Marks,
  visitor: Person.nullable(),
  figures: ConversationFigures,
});
export type ConversationItem = z.infer<typeof ConversationItem>;
export const ConversationItemPage = pageOf(ConversationItem);

export const Note = z.object({
  id: Id,
  text: z.string(),
  userId: Id.nullable(),
  createdAt: Timestamp,
});

const VisitorCard = Person.extend({
  /** The words they agreed to when they said who they are. */
  consentText: z.string().nullable(),
  consentAt: Timestamp.nullable(),
  isBlocked: z.boolean(),
  firstSeenAt: Timestamp,
  lastSeenAt: Timestamp,
  conversations: z.int(),
});

export const Correction = z.object({
  id: Id,
  messageId: Id,
  /** Counts the corrections of this answer, from 1. */
  revision: z.int(),
  verifiedAnswerId: Id.nullable(),
  testId: Id.nullable(),
  answer: z.string().nullable(),
  by: Id.nullable(),
  /** What became of telling the visitor; null: that was not asked for. */
  notice: z.enum(NOTICE_STATUSES).nullable(),
  createdAt: Timestamp,
});
export type Correction = z.infer<typeof Correction>;

export const OperatedConversation = ConversationThread.extend({
  ...Marks,
  /** The widget or link they came by. */
  way: z.string().nullable(),
  visitor: VisitorCard.nullable(),
  /** They agreed to hear, and said where. */
  canBeTold: z.boolean(),
  notes: z.array(Note),
  corrections: z.array(Correction),
  /** What was said before the first message; null where that is the first one. */
  earlierCursor: Id.nullable(),
});

export const GetConversationInput = ConversationRef.extend({
  /** Only the last ones; without it all of them. */
  limit: z.int().min(1).max(500).optional(),
  /** Those before this message. */
  before: Id.optional(),
});

export const TagInput = ConversationRef.extend({
  tags: z.array(z.string().trim().min(1).max(40)).max(20),
});
export const ReviewInput = ConversationRef.extend({
  reviewed: z.boolean().optional(),
  flagged: z.boolean().optional(),
});
export const NoteInput = ConversationRef.extend({
  text: z.string().trim().min(1, "Write something.").max(4_000),
});
export const NoteRef = z.object({ noteId: Id });

export const CorrectInput = z.object({
  messageId: Id,
  /** What should have been said. */
  answer: z.string().trim().min(1, "Write the answer.").max(MAX_ANSWER_CHARACTERS),
  /** As it is to be asked; without it as it was understood. */
  question: z.string().trim().min(1).max(MAX_QUESTION_CHARACTERS).optional(),
  /** The correction that was seen, 0 for none; another one meanwhile refuses this. */
  revision: z.int().min(0).default(0),
  tellVisitor: z.boolean().default(false),
});
export const UndoCorrectionInput = z.object({ messageId: Id, revision: z.int().min(1) });

export const ExportFormat = z.enum(CONVERSATION_FORMATS);
export const ExportInput = ConversationFilter.extend({ twinId: Id, format: ExportFormat });
export const Export = z.object({
  /** Up to the most that is streamed at once, and one more. */
  conversations: z.int(),
  /** Where the file is, at once or when the job has ended. */
  url: z.string(),
  jobId: Id.nullable(),
});
