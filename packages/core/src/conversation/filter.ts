import { OUTCOMES } from "@understudy/db/column-values";
import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";

export const Channel = z.enum(["studio", "api", "link", "widget", "page", "mcp"]);
export const Outcome = z.enum(OUTCOMES);

/** Where and by whom was asked; figures and lists are narrowed by the same words. */
export const Slice = z.object({
  channel: Channel.optional(),
  shareLinkId: Id.optional(),
  widgetId: Id.optional(),
  apiKeyId: Id.optional(),
  accessGroupId: Id.optional(),
  /** `draft`: what no release answered. */
  releaseId: z.union([Id, z.literal("draft")]).optional(),
  /** ISO 639-1. */
  language: z.string().max(8).optional(),
  /** Counted in. */
  from: Timestamp.optional(),
  /** Not counted in. */
  to: Timestamp.optional(),
});
export type Slice = z.infer<typeof Slice>;

/** Which conversations: those in which one thing happened that all of this is true of. */
export const ConversationFilter = Slice.extend({
  /** The beginnings of words, all of them, in one message. */
  search: z.string().trim().max(200).optional(),
  outcome: Outcome.optional(),
  /** An answer was given, from the sources or as it was verified; or none was. */
  answered: z.boolean().optional(),
  /** Answered, less supported than this share. */
  supportedBelow: z.number().min(0).max(1).optional(),
  feedback: z.enum(["up", "down"]).optional(),
  /** A source that an answer cites. */
  sourceId: Id.optional(),
  /** Words that carry a question, parted by spaces: one of them is enough. */
  topic: z.string().trim().max(400).optional(),
  /** Somebody wrote what should have been said. */
  corrected: z.literal(true).optional(),
  /** Asked by visitors, and not by whoever has an account or a key. */
  fromVisitors: z.literal(true).optional(),
  /** Visitors who came again on a later day, or those who came for the first time. */
  returning: z.boolean().optional(),
  visitorId: Id.optional(),
  flagged: z.boolean().optional(),
  reviewed: z.boolean().optional(),
  tag: z.string().max(40).optional(),
  /** Exactly these, as somebody picked them. */
  conversationIds: z.array(Id).min(1).max(200).optional(),
});
export type ConversationFilter = z.infer<typeof ConversationFilter>;
