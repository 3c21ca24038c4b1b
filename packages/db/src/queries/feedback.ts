import { inArray, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { feedback, type Rating } from "../tables/feedback.ts";

export interface FeedbackRow {
  messageId: string;
  rating: Rating;
  comment: string;
}

/** One opinion per answer: a later one takes the place of the one before. */
export async function saveFeedback(
  tx: TenantTx,
  given: FeedbackRow & { twinId: string },
): Promise<void> {
  await on(tx)
    .insert(feedback)
    .values(given)
    .onConflictDoUpdate({
      target: feedback.messageId,
      set: { rating: given.rating, comment: given.comment, updatedAt: sql`now()` },
    });
}

export function listFeedback(tx: TenantTx, messageIds: readonly string[]): Promise<FeedbackRow[]> {
  if (messageIds.length === 0) return Promise.resolve([]);
  return on(tx)
    .select({ messageId: feedback.messageId, rating: feedback.rating, comment: feedback.comment })
    .from(feedback)
    .where(inArray(feedback.messageId, [...messageIds]));
}
