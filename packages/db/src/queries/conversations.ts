import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { type Channel, conversations } from "../tables/conversations.ts";
import { one } from "./one.ts";

export type ConversationRow = typeof conversations.$inferSelect;

export async function insertConversation(
  tx: TenantTx,
  values: Pick<
    typeof conversations.$inferInsert,
    | "twinId"
    | "channel"
    | "userId"
    | "title"
    | "releaseId"
    | "visitorId"
    | "widgetId"
    | "shareLinkId"
    | "accessGroupIds"
  >,
): Promise<ConversationRow> {
  return one(await on(tx).insert(conversations).values(values).returning());
}

/** Leaves one that is there as it is. */
export async function insertConversationOnce(
  tx: TenantTx,
  values: Pick<typeof conversations.$inferInsert, "id" | "twinId" | "channel" | "userId">,
): Promise<void> {
  await on(tx).insert(conversations).values(values).onConflictDoNothing();
}

export async function findConversation(
  tx: TenantTx,
  conversationId: string,
): Promise<ConversationRow | undefined> {
  const [row] = await on(tx)
    .select()
    .from(conversations)
    .where(and(eq(conversations.id, conversationId), isNull(conversations.deletedAt)));
  return row;
}

/** What a visitor said last by this channel, to go on with. */
export async function findLastConversation(
  tx: TenantTx,
  { visitorId, channel }: { visitorId: string; channel: Channel },
): Promise<ConversationRow | undefined> {
  const [row] = await on(tx)
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.visitorId, visitorId),
        eq(conversations.channel, channel),
        isNull(conversations.deletedAt),
      ),
    )
    .orderBy(desc(conversations.updatedAt))
    .limit(1);
  return row;
}

/** Moves it to the top, unread, notes as whom it goes on, and titles one without a title by the first words said in it. */
export async function touchConversation(
  tx: TenantTx,
  {
    conversationId,
    title,
    accessGroupIds,
  }: { conversationId: string; title: string; accessGroupIds: string[] | null },
): Promise<void> {
  await on(tx)
    .update(conversations)
    .set({
      accessGroupIds,
      title: sql`case when ${conversations.title} = '' then ${title} else ${conversations.title} end`,
      reviewedAt: null,
      reviewedBy: null,
    })
    .where(eq(conversations.id, conversationId));
}

export async function renameConversation(
  tx: TenantTx,
  { conversationId, title }: { conversationId: string; title: string },
): Promise<void> {
  await on(tx).update(conversations).set({ title }).where(eq(conversations.id, conversationId));
}

/** Out of every list at once; a purge reclaims it after the time to undo. */
export async function markConversationRemoved(tx: TenantTx, conversationId: string): Promise<void> {
  await on(tx)
    .update(conversations)
    .set({ deletedAt: sql`coalesce(${conversations.deletedAt}, now())` })
    .where(eq(conversations.id, conversationId));
}

/** False when there is nothing to restore. */
export async function markConversationRestored(
  tx: TenantTx,
  conversationId: string,
): Promise<boolean> {
  const rows = await on(tx)
    .update(conversations)
    .set({ deletedAt: null })
    .where(and(eq(conversations.id, conversationId), isNotNull(conversations.deletedAt)))
    .returning({ id: conversations.id });
  return rows.length > 0;
}

/** What the owner's people mark it with; where it stands among the others stays the same. */
export async function markConversation(
  tx: TenantTx,
  conversationId: string,
  marks: Partial<
    Pick<typeof conversations.$inferInsert, "isFlagged" | "tags" | "reviewedBy"> & {
      reviewed: boolean;
    }
  >,
): Promise<void> {
  const { reviewed, ...set } = marks;
  const reviewedAt = reviewed === undefined ? undefined : reviewed ? sql`now()` : null;
  await on(tx)
    .update(conversations)
    .set({ ...set, reviewedAt, updatedAt: sql`${conversations.updatedAt}` })
    .where(eq(conversations.id, conversationId));
}
