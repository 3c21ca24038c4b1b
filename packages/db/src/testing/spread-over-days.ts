import type { Database } from "../database.ts";
import { engineOf } from "../engine/registry.ts";

interface Spread {
  twinId: string;
  /** The latest are moved so many days back, the others up to `days` more. */
  from: number;
  days: number;
  /** What was begun earlier stays where it is. */
  since?: string;
}

const TIMES = {
  messages: ["created_at", "finished_at"],
  user_events: ["created_at", "visitor_since"],
  question_members: ["first_asked_at", "last_asked_at"],
};

/** Each conversation, with all that was said in it and came of it, as if it had been held on an earlier day. */
export async function spreadOverDays(
  db: Database,
  { twinId, from, days, since = "-infinity" }: Spread,
): Promise<void> {
  const earlier = (columns: readonly string[]) =>
    columns.map((column) => `${column} = t.${column} - m.by`).join(", ");
  const moves = Object.entries(TIMES).map(
    ([table, columns]) =>
      `update ${table} t set ${earlier(columns)} from moved m where m.id = t.conversation_id`,
  );
  await engineOf(db).ownerTransaction((sql) =>
    sql.run(`
      select set_config('app.owner_scope', 'on', true);
      create temporary table moved on commit drop as
        select id, visitor_id, make_interval(days => ${from} + abs(hashtext(id::text)) % ${days}) as by
        from conversations where twin_id = '${twinId}' and created_at >= '${since}';
      update conversations t set ${earlier(["created_at", "updated_at"])} from moved m where m.id = t.id;
      update visitors t set ${earlier(["created_at", "last_seen_at"])} from moved m where m.visitor_id = t.id;
      ${moves.join(";\n")};
      update question_clusters c set first_asked_at = asked.first, last_asked_at = asked.last
        from (select cluster_id, min(first_asked_at) as first, max(last_asked_at) as last
          from question_members group by cluster_id) asked
        where asked.cluster_id = c.id and c.twin_id = '${twinId}'`),
  );
}
