import { sql } from "drizzle-orm";
import { rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { all, inSlice } from "./event-slice.ts";
import type { FiguresSlice } from "./figures-tally.ts";

export interface AskedLately {
  text: string;
  terms: string[];
}

/** The latest questions of a slice, in the words in which they were asked. */
export function listAskedLately(
  tx: TenantTx,
  { twinId, splitAt, from, ...slice }: FiguresSlice,
  { limit }: { limit: number },
): Promise<AskedLately[]> {
  const now = { ...slice, from: splitAt ?? from };
  return rowsOf(
    tx,
    sql`
      select m.text, coalesce(asked.terms, '{}') as terms
      from (
        select e.message_id, e.terms, e.created_at from user_events e
        where ${all([sql`e.kind = 'question_asked'`, ...inSlice(twinId, now)])}
        order by e.created_at desc limit ${limit}
      ) asked join messages m on m.id = asked.message_id
      order by asked.created_at desc, m.id`,
  );
}
