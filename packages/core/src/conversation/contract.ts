import { z } from "zod";
import { AccessGroupIds } from "../access-group/contract.ts";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput } from "../kernel/page.ts";
import { Locator } from "../source/contract.ts";
import { Channel, ConversationFilter } from "./filter.ts";

/** UTF-16 offsets into the answer's text. */
export const AnswerSpan = z.object({ start: z.int(), end: z.int() });

/** Ties a span of an answer to the words of a source it rests on. */
export const Citation = z.object({
  sourceId: Id,
  sourceTitle: z.string(),
  /** Where the source was fetched from, if it came from the web. */
  sourceUrl: z.string().optional(),
  chunkId: Id.nullable(),
  quote: z.string(),
  locator: Locator,
  /** The words are the owner's correction of what the source says there. */
  corrected: z.boolean().optional(),
  answerSpan: AnswerSpan,
});
export type Citation = z.infer<typeof Citation>;

export const Feedback = z.object({
  rating: z.enum(["up", "down"]),
  comment: z.string().trim().max(2_000).default(""),
});
export type Feedback = z.infer<typeof Feedback>;

export const MessageStatus = z.enum(["pending", "streaming", "complete", "stopped", "failed"]);

export const Message = z.object({
  id: Id,
  role: z.enum(["user", "assistant"]),
  text: z.string(),
  status: MessageStatus,
  answered: z.boolean().nullable(),
  /** There is no answer because a rule forbids one. */
  refused: z.boolean(),
  verified: z.boolean(),
  /** Who wrote it: a model, or the sources' own sentences. */
  writer: z.enum(["model", "quotation"]).nullable(),
  model: z.string().nullable(),
  /** Of the sentences that claim something, the share that a quote supports. */
  supportedShare: z.number().nullable(),
  unsupportedSpans: z.array(AnswerSpan),
  failure: z.object({ reason: z.string() }).optional(),
  citations: z.array(Citation),
  /** The release that answered; null: the draft. */
  releaseId: Id.nullable(),
  /** What the one who asked thinks of it. */
  feedback: Feedback.nullable(),
  createdAt: Timestamp,
});
export type Message = z.infer<typeof Message>;

export const Conversation = z.object({
  id: Id,
  twinId: Id,
  title: z.string(),
  channel: Channel,
  /** The release that was chosen to answer in it. */
  releaseId: Id.nullable(),
  /** As whom its last question was answered; null: as someone who may see everything. */
  accessGroupIds: z.array(Id).nullable(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Conversation = z.infer<typeof Conversation>;

export const ConversationRef = z.object({ conversationId: Id });
export const RenameConversationInput = ConversationRef.extend({
  title: z.string().trim().min(1, "A conversation needs a title.").max(120),
});
export const GiveFeedbackInput = Feedback.extend({ messageId: Id });
export const ListConversationsInput = PageInput.extend({
  twinId: Id,
  ...ConversationFilter.shape,
});
export const ConversationThread = Conversation.extend({ messages: z.array(Message) });

/** Without a release the draft answers in the studio, and what visitors get elsewhere. */
export const StartChatInput = z.object({
  twinId: Id,
  releaseId: Id.optional(),
  /** In the studio: asks as someone in these groups would, an empty list as someone in none. */
  accessGroupIds: AccessGroupIds.optional(),
});

export const MAX_MESSAGE_CHARACTERS = 8_000;
export const AskInput = z.object({
  conversationId: Id,
  message: z.string().trim().min(1, "Ask something.").max(MAX_MESSAGE_CHARACTERS),
});

/** What `POST /api/messages` streams; `sequence` counts from 1 within a message and never repeats. */
export const AnswerEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("delta"), sequence: z.int(), messageId: Id, text: z.string() }),
  z.object({ type: z.literal("citation"), sequence: z.int(), messageId: Id, citation: Citation }),
  z.object({ type: z.literal("replace"), sequence: z.int(), messageId: Id, text: z.string() }),
  z.object({ type: z.literal("done"), sequence: z.int(), messageId: Id, message: Message }),
  z.object({
    type: z.literal("error"),
    sequence: z.int(),
    messageId: Id,
    reason: z.string(),
    correlationId: z.string(),
  }),
]);
export type AnswerEvent = z.infer<typeof AnswerEvent>;
