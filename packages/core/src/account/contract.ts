import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";

export const AccountSession = z.object({
  id: Id,
  /** It is the one that asks. */
  isCurrent: z.boolean(),
  ipAddress: z.string().nullable(),
  userAgent: z.string().nullable(),
  createdAt: Timestamp,
});
export type AccountSession = z.infer<typeof AccountSession>;

export const SessionRef = z.object({ sessionId: Id });
