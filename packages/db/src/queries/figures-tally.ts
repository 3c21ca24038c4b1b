import { type SQL, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { all, type EventSlice, inSlice } from "./event-slice.ts";
import { type FiguresBy, told } from "./figures-by.ts";

export interface FiguresSlice extends EventSlice {
  /** One, or those that are looked at together. */
  twinId: string | readonly string[];
  from: string;
  to: string;
  /** What happened earlier in it is told apart. */
  splitAt?: string | undefined;
}

const PLANNING = {
  // Enough to group by conversation without writing to disk.
  work_mem: "64MB",
  // A period of a day and one of a year are not read alike.
  plan_cache_mode: "force_custom_plan",
  // A screen asks for several of these at once: they have the cores to share.
  max_parallel_workers_per_gather: "0",
  // Compiling takes longer than what it saves.
  jit: "off",
};

/** How the database is to plan what this transaction asks from now on. */
export async function planForFigures(tx: TenantTx): Promise<void> {
  const calls = Object.entries(PLANNING).map(
    ([name, value]) => sql`set_config(${name}, ${value}, true)`,
  );
  await on(tx).execute(sql`select ${sql.join(calls, sql`, `)}`);
}

export const isBefore = ({ splitAt }: FiguresSlice) =>
  splitAt ? sql`e.created_at < ${splitAt}::timestamptz` : sql`false`;

/** Events of a slice that are counted; said as the index of figures says it. */
export const counted = ({ twinId, splitAt: _, ...slice }: FiguresSlice) =>
  all([sql`e.marks > 0`, ...inSlice(twinId, slice)]);

/**
 * A common table `tally`: how many events, conversations and visitors had which marks, read in one go.
 * What a conversation has of any of its events it has once. Told apart, of the time before only events are
 * counted: nothing compares more of it, and conversations are what takes the time.
 */
export function tallyOf(slice: FiguresSlice, by: FiguresBy | undefined): SQL {
  const { key, taken, joined } = told(by);
  const now = (column: SQL) => (by ? sql`case when not e.is_before then ${column} end` : column);
  const visitor = by === "source" ? sql`null::uuid` : now(sql`e.visitor_id`);
  return sql`
    with gathered as (
      select ${key} as key, e.is_before,
        ${now(sql`e.conversation_id`)} as conversation_id, ${visitor} as visitor_id, e.marks as own,
        bit_or(e.marks) as marks, count(*) as events,
        sum(e.input_tokens) as input_tokens, sum(e.output_tokens) as output_tokens
      from (
        select ${taken}, ${isBefore(slice)} as is_before,
          e.conversation_id, e.visitor_id, e.marks, e.input_tokens, e.output_tokens
        from user_events e where ${counted(slice)}
      ) e ${joined}
      group by grouping sets ((1, 2, 3, 4), (1, 2, 5))
    ), people as (
      select key, is_before, bit_or(marks) as marks from gathered
      where visitor_id is not null group by key, is_before, visitor_id
    ), tally as (
      select 'event' as of, key, is_before, own as marks, events as n, 0 as of_visitors, input_tokens, output_tokens
        from gathered where own is not null
      union all
      select 'conversation', key, is_before, marks, count(*), count(visitor_id), 0, 0
        from gathered where conversation_id is not null group by key, is_before, marks
      union all
      select 'visitor', key, is_before, marks, count(*), 0, 0, 0 from people group by key, is_before, marks
    )`;
}
