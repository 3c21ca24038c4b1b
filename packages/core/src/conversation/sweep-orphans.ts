import type { Database } from "@understudy/db/client";
import { uncountMessage } from "@understudy/db/queries/message-counts";
import { finishMessage } from "@understudy/db/queries/messages";
import { listOrphanedMessages } from "@understudy/db/queries/resolve";
import { inDispatch, inTenant } from "@understudy/db/scope";
import { recordAnswer } from "../user-event/record-answer.ts";

/** Ends the answers whose process is gone; what they had said stays. Gives how many. */
export async function sweepOrphans(db: Database): Promise<number> {
  const orphans = await inDispatch(db, listOrphanedMessages);
  for (const { messageId, tenantId } of orphans) {
    await inTenant(db, { tenantId }, async (tx) => {
      const end = { status: "failed", errorReason: "answer.interrupted" } as const;
      const row = await finishMessage(tx, { messageId, ...end });
      if (row.status === end.status) await uncountMessage(tx, row);
      await recordAnswer(tx, { row });
    });
  }
  return orphans.length;
}
