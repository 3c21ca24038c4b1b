import { type SQL, sql } from "drizzle-orm";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { uuidArray } from "./reach.ts";

/** Makes them found by what they are called now. */
export async function indexVisitors(tx: TenantTx, visitorIds: readonly string[]): Promise<void> {
  if (visitorIds.length === 0) return;
  const ids = uuidArray(visitorIds);
  await on(tx).execute(sql`delete from visitor_words where visitor_id = any(${ids})`);
  await on(tx).execute(sql`
    insert into visitor_words (twin_id, visitor_id, word)
    select v.twin_id, v.id, word
    from visitors v
    cross join lateral visitor_words_of(
      v.name, v.email, array[v.external_id, v.verified_subject], v.twin_id) word
    where v.id = any(${ids})`);
}

const LAST_CHARACTER = "\u{10FFFF}";

/** On first records `visitors`: each word of the search begins one of theirs, or the whole of it does. */
export async function matchesSearch(tx: TenantTx, twinId: string, search: string): Promise<SQL> {
  const words = await rowsOf<{ word: string }>(
    tx,
    sql`select word from unnest(tsvector_to_array(words_of(${search}, ${twinId}::uuid))) word
        where word <> 'twin:' || ${twinId}::text`,
  );
  const begins = (word: string) => sql`visitors.id in (
    select coalesce(v.merged_into_id, v.id) from visitor_words w join visitors v on v.id = w.visitor_id
    where w.twin_id = ${twinId}::uuid and w.word >= ${word} and w.word < ${word + LAST_CHARACTER})`;
  const whole = begins(search.toLowerCase());
  if (words.length === 0) return whole;
  const each = sql.join(
    words.map(({ word }) => begins(word)),
    sql` and `,
  );
  return sql`(${whole} or (${each}))`;
}
