import { NOTICE_KINDS } from "@understudy/db/column-values";
import { z } from "zod";
import { Timestamp } from "../kernel/ids.ts";

export const NoticeKind = z.enum(NOTICE_KINDS);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** What one member hears of by mail in one workspace. */
export const NoticePreferences = z.object({
  /** Where mails go: the address of the account. */
  email: z.string(),
  kinds: z.record(NoticeKind, z.boolean()),
  /** False: this instance has no server for mail, and nothing is sent. */
  isMailOn: z.boolean(),
  /** Since when nothing is sent because mails were refused, and what the receiving server said; null: all is well. */
  stopped: z.object({ at: Timestamp, refusal: z.string() }).nullable(),
});
export type NoticePreferences = z.infer<typeof NoticePreferences>;

export const SetNoticePreferencesInput = z.object({
  /** What is not given stays as it is. */
  kinds: z.partialRecord(NoticeKind, z.boolean()).default({}),
  /** Mails are sent again after they had stopped. */
  resume: z.boolean().default(false),
});
