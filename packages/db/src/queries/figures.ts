import { type SQL, sql } from "drizzle-orm";
import { OUTCOMES, type Outcome } from "../column-values.ts";
import { on, rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { all, type EventSlice, inSlice, isReturning } from "./event-slice.ts";
import { type FiguresBy, told } from "./figures-by.ts";

/** How often it happened, and in how many conversations. */
export type Happened = readonly [number, number];

export interface FiguresRow {
  /** What they are of; null: of none of its kind. */
  key: string | null;
  isBefore: boolean;
  conversations: number;
  questions: number;
  visitors: Happened;
  returningVisitors: Happened;
  answers: Happened;
  /** Of those, answered or verified. */
  given: Happened;
  outcomes: Record<Outcome, Happened>;
  partly: Happened;
  up: Happened;
  down: Happened;
  corrected: Happened;
  inputTokens: number;
  outputTokens: number;
}

export interface FiguresSlice extends EventSlice {
  twinId: string;
  from: string;
  to: string;
  /** What happened earlier in it is told apart. */
  splitAt?: string | undefined;
}

/** Enough to group by conversation without writing to disk. */
const GROUPING_MEMORY = "64MB";

/**
 * What happened in a slice, all of it or told apart; a conversation counts where something of it happened.
 * The counts are those that `listConversations` gives under the same filters.
 */
export async function listFigures(
  tx: TenantTx,
  { twinId, splitAt, ...slice }: FiguresSlice,
  by?: FiguresBy,
): Promise<FiguresRow[]> {
  const { key, from } = told(by);
  const isBefore = splitAt ? sql`e.created_at < ${splitAt}::timestamptz` : sql`false`;
  await on(tx).execute(sql`select set_config('work_mem', ${GROUPING_MEMORY}, true)`);
  return rowsOf<FiguresRow>(
    tx,
    sql`
      with talk as (
        select ${key} as key, ${isBefore} as is_before, e.conversation_id, e.visitor_id,
          ${list(COUNTED.map(([name, is]) => sql`count(*) filter (where ${is})::int as ${sql.identifier(name)}`))},
          sum(e.input_tokens) as input_tokens, sum(e.output_tokens) as output_tokens
        from user_events e ${from}
        where ${all([KINDS, ...inSlice(twinId, slice)])}
        group by 1, 2, 3, 4
      )
      select key::text, is_before as "isBefore",
        count(*) filter (where questions > 0)::int as conversations,
        coalesce(sum(questions), 0)::int as questions,
        ${visitors(sql`questions > 0`)} as visitors, ${visitors(sql`came_again > 0`)} as "returningVisitors",
        json_build_object(${list(OUTCOMES.map((name) => sql`${sql.raw(`'${name}'`)}, ${happened(name)}`))}) as outcomes,
        ${list(TOLD.map((name) => sql`${happened(name)} as ${sql.identifier(name)}`))},
        coalesce(sum(input_tokens), 0)::float8 as "inputTokens",
        coalesce(sum(output_tokens), 0)::float8 as "outputTokens"
      from talk group by key, is_before`,
  );
}

const KINDS = sql`e.kind in ('question_asked', 'answer_ended', 'feedback_given', 'answer_corrected')`;
const TOLD = ["answers", "given", "partly", "up", "down", "corrected"];
const COUNTED: readonly [string, SQL][] = [
  ["questions", sql`e.kind = 'question_asked'`],
  ["came_again", sql`e.kind = 'question_asked' and ${isReturning}`],
  ["answers", sql`e.kind = 'answer_ended'`],
  ["given", sql`e.kind = 'answer_ended' and e.outcome in ('answered', 'verified')`],
  ...OUTCOMES.map((name): [string, SQL] => [
    name,
    sql`e.kind = 'answer_ended' and e.outcome = ${sql.raw(`'${name}'`)}`,
  ]),
  ["partly", sql`e.kind = 'answer_ended' and e.outcome = 'answered' and e.supported_share < 1`],
  ["up", sql`e.kind = 'feedback_given' and e.rating = 'up'`],
  ["down", sql`e.kind = 'feedback_given' and e.rating = 'down'`],
  ["corrected", sql`e.kind = 'answer_corrected'`],
];

const list = (parts: readonly SQL[]) => sql.join([...parts], sql`, `);

function happened(name: string): SQL {
  const column = sql.identifier(name);
  return sql`json_build_array(coalesce(sum(${column}), 0), count(*) filter (where ${column} > 0))`;
}

const visitors = (where: SQL) =>
  sql`json_build_array(count(distinct visitor_id) filter (where ${where}), count(visitor_id) filter (where ${where}))`;
