import { sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";

/** Makes a message found by what it says; nothing where it is found already. */
export async function insertMessageWords(
  tx: TenantTx,
  { messageId, text }: { messageId: string; text: string },
): Promise<void> {
  await on(tx).execute(sql`
    insert into message_words (twin_id, message_id, conversation_id, words)
    select twin_id, id, conversation_id, words_of(${text}, twin_id) from messages where id = ${messageId}
    on conflict do nothing`);
}

/**
 * From now on this transaction sees the words of those messages only that say all of what is searched, and
 * plans each of its queries for them: a rare word is looked up, a usual one is met on the way.
 */
export async function searchMessages(
  tx: TenantTx,
  { twinId, search }: { twinId: string; search: string },
): Promise<void> {
  await on(tx).execute(
    sql`select set_config('app.search', search_of(${search}, ${twinId}::uuid), true),
      set_config('plan_cache_mode', 'force_custom_plan', true)`,
  );
}
