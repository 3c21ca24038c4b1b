import type { Database } from "../database.ts";
import { engineOf } from "../engine/registry.ts";

/** Turns that were said to an end, questions and answers by turns and in their order, before all that is said now. */
export function fillConversation(
  db: Database,
  { conversationId, turns, text }: { conversationId: string; turns: number; text: string },
): Promise<void> {
  return engineOf(db).ownerTransaction(async (sql) => {
    await sql.run("select set_config('app.owner_scope', 'on', true)");
    await sql.run(`
      insert into messages (id, tenant_id, twin_id, conversation_id, role, status, text)
      select (lpad(to_hex(turn), 8, '0') || substr(gen_random_uuid()::text, 9))::uuid, tenant_id, twin_id, id,
        case when turn % 2 = 1 then 'user' else 'assistant' end, 'complete', '${text} ' || turn
      from conversations, generate_series(1, ${turns}) as turn where id = '${conversationId}'`);
    await sql.run("select set_config('app.owner_scope', '', true)");
  });
}
