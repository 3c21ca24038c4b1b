import { type SQL, sql } from "drizzle-orm";
import { EVENT_MARKS, type EventMark, OUTCOMES, type Outcome } from "../column-values.ts";
import { rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import type { FiguresBy } from "./figures-by.ts";
import { type FiguresSlice, planForFigures, tallyOf } from "./figures-tally.ts";

/** How often it happened, and in how many conversations. */
export type Happened = readonly [number, number];

export interface FiguresRow {
  /** What they are of; null: of none of its kind. */
  key: string | null;
  /** Told apart by something, what happened before is counted by events alone: of conversations there is 0. */
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

/**
 * What happened in a slice, all of it or told apart; a conversation counts where something of it happened.
 * The counts are those that `listConversations` gives under the same filters.
 */
export async function listFigures(
  tx: TenantTx,
  slice: FiguresSlice,
  by?: FiguresBy,
): Promise<FiguresRow[]> {
  await planForFigures(tx);
  return rowsOf<FiguresRow>(
    tx,
    sql`
      ${tallyOf(slice, by)}
      select key::text, is_before as "isBefore",
        ${told("conversation", "questions")} as conversations, ${told("event", "questions")} as questions,
        ${visitors("questions")} as visitors, ${visitors("cameAgain")} as "returningVisitors",
        json_build_object(${list(OUTCOMES.map((name) => sql`${sql.raw(`'${name}'`)}, ${happened(name)}`))}) as outcomes,
        ${list(HAPPENED.map((name) => sql`${happened(name)} as ${sql.identifier(name)}`))},
        coalesce(sum(input_tokens), 0)::float8 as "inputTokens",
        coalesce(sum(output_tokens), 0)::float8 as "outputTokens"
      from tally group by key, is_before`,
  );
}

const HAPPENED = ["answers", "given", "partly", "up", "down", "corrected"] as const;

const list = (parts: readonly SQL[]) => sql.join([...parts], sql`, `);

/** Of events, conversations or visitors those that have a mark. */
const told = (of: "event" | "conversation" | "visitor", mark: EventMark, column = sql.raw("n")) =>
  sql`coalesce(sum(${column}) filter (where ${sql.raw(`of = '${of}' and marks & ${EVENT_MARKS[mark]} > 0`)}), 0)::int`;

const happened = (mark: EventMark) =>
  sql`json_build_array(${told("event", mark)}, ${told("conversation", mark)})`;

const visitors = (mark: EventMark) =>
  sql`json_build_array(${told("visitor", mark)}, ${told("conversation", mark, sql.raw("of_visitors"))})`;
