import { and, desc, eq, inArray, ne, or, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { messages } from "../tables/messages.ts";
import { isSourceWithin, isVerifiedWithin, type Reach } from "./reach.ts";

export type SpokenTurn = Pick<typeof messages.$inferSelect, "role" | "text">;

/** One by one by its key: nobody knows how many there are, and all sources would be read. */
const foundSource = sql`(
  select * from sources where id = (found ->> 'sourceId')::uuid limit 1) as sources`;

/** Something that was found for an answer, be it cited or not, is a source no more, or not within reach. */
const restsOnRemoved = (reach: Reach | null) => sql`exists (
  select from jsonb_array_elements(coalesce(${messages.trace} -> 'candidates', '[]')) as found
  left join lateral ${foundSource} on true
  where sources.id is null or sources.deleted_at is not null
    or not ${isSourceWithin(reach) ?? sql`true`})`;

/** The owner's own words, which the owner has since taken back, or keeps from whoever asks. */
const isTakenBack = (reach: Reach | null) => sql`(${messages.verified} and not exists (
  select from verified_qna left join sources on sources.id = verified_qna.source_id
  where verified_qna.id = (${messages.trace} -> 'verified' ->> 'verifiedAnswerId')::uuid
    and ${isVerifiedWithin(reach) ?? sql`true`}))`;

/**
 * The newest turns of a conversation that were said to an end, in the order they were said; without
 * the answers made of a source or a verified answer that has since been removed, or that whoever asks
 * now may not see, for they may repeat it.
 */
export async function listHistory(
  tx: TenantTx,
  { conversationId, limit, reach }: { conversationId: string; limit: number; reach: Reach | null },
): Promise<SpokenTurn[]> {
  const rows = await on(tx)
    .select({ role: messages.role, text: messages.text })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        eq(messages.status, "complete"),
        ne(messages.text, ""),
        sql`not ${restsOnRemoved(reach)}`,
        sql`not ${isTakenBack(reach)}`,
      ),
    )
    .orderBy(desc(messages.id))
    .limit(limit);
  return rows.reverse();
}

/** Of these messages, the answers made of something that is there and is kept from whoever reads them now. */
export async function listWithheld(
  tx: TenantTx,
  messageIds: readonly string[],
  reach: Reach,
): Promise<Set<string>> {
  if (messageIds.length === 0) return new Set();
  const isKeptSource = sql`exists (
    select from jsonb_array_elements(coalesce(${messages.trace} -> 'candidates', '[]')) as found
    cross join lateral ${foundSource}
    where not ${isSourceWithin(reach)})`;
  const isKeptAnswer = sql`(${messages.verified} and exists (
    select from verified_qna left join sources on sources.id = verified_qna.source_id
    where verified_qna.id = (${messages.trace} -> 'verified' ->> 'verifiedAnswerId')::uuid
      and not ${isVerifiedWithin(reach)}))`;
  const rows = await on(tx)
    .select({ id: messages.id })
    .from(messages)
    .where(and(inArray(messages.id, [...messageIds]), or(isKeptSource, isKeptAnswer)));
  return new Set(rows.map(({ id }) => id));
}
