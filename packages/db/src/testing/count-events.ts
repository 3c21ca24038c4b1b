import { sql } from "drizzle-orm";
import { rowsOf } from "../engine/on.ts";
import { all, inSlice } from "../queries/event-slice.ts";
import type { TenantTx } from "../scope.ts";

/** The least that any figure of a period can cost: its events read and counted, and nothing else. */
export function countEvents(
  tx: TenantTx,
  { twinId, from, to }: { twinId: string; from: string; to: string },
): Promise<unknown[]> {
  const kinds = sql`e.kind in ('question_asked', 'answer_ended', 'feedback_given', 'answer_corrected')`;
  const conditions = all([kinds, ...inSlice(twinId, { from, to })]);
  return rowsOf(tx, sql`select count(*) from user_events e where ${conditions}`);
}
