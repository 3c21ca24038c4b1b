import { and, desc, eq, ne, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { messages } from "../tables/messages.ts";
import { sources } from "../tables/sources.ts";
import { verifiedQna } from "../tables/verified-qna.ts";

export type SpokenTurn = Pick<typeof messages.$inferSelect, "role" | "text">;

/** What was found for an answer, be it cited or not, and is a source no more. */
const restsOnRemoved = sql`exists (
  select from jsonb_array_elements(coalesce(${messages.trace} -> 'candidates', '[]')) as found
  left join ${sources} on ${sources.id} = (found ->> 'sourceId')::uuid
  where ${sources.id} is null or ${sources.deletedAt} is not null)`;

/** The owner's own words, which the owner has since taken back. */
const isTakenBack = sql`${messages.verified} and not exists (
  select from ${verifiedQna}
  where ${verifiedQna.id} = (${messages.trace} -> 'verified' ->> 'verifiedAnswerId')::uuid)`;

/**
 * The newest turns of a conversation that were said to an end, in the order they were said; without
 * the answers made when a source or a verified answer was there that has since been removed, for they
 * may repeat it.
 */
export async function listHistory(
  tx: TenantTx,
  { conversationId, limit }: { conversationId: string; limit: number },
): Promise<SpokenTurn[]> {
  const rows = await on(tx)
    .select({ role: messages.role, text: messages.text })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        eq(messages.status, "complete"),
        ne(messages.text, ""),
        sql`not ${restsOnRemoved}`,
        sql`not (${isTakenBack})`,
      ),
    )
    .orderBy(desc(messages.id))
    .limit(limit);
  return rows.reverse();
}
