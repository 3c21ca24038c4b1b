import { sql } from "drizzle-orm";
import { rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { all, inSlice } from "./event-slice.ts";
import type { FiguresSlice } from "./figures.ts";

export const STAGES = ["understand", "verified", "retrieve", "rerank", "write", "total"] as const;
export type Stage = (typeof STAGES)[number];

export interface LatencyRow {
  isBefore: boolean;
  /** Of each stage: how many answers went through it, and the median and the 95th percentile in milliseconds. */
  stages: Record<Stage, [number, number | null, number | null]>;
}

const ended = ({ twinId, splitAt: _, ...slice }: FiguresSlice) =>
  all([sql`e.kind = 'answer_ended'`, ...inSlice(twinId, slice)]);

const before = ({ splitAt }: FiguresSlice) =>
  splitAt ? sql`e.created_at < ${splitAt}::timestamptz` : sql`false`;

/** How long answers took; stages that did not run are not counted. */
export function listLatencies(tx: TenantTx, slice: FiguresSlice): Promise<LatencyRow[]> {
  const stages = STAGES.map((stage) => {
    const column = sql.raw(`e.${stage}_ms`);
    return sql`${sql.raw(`'${stage}'`)}, json_build_array(count(${column}),
      percentile_cont(.5) within group (order by ${column}), percentile_cont(.95) within group (order by ${column}))`;
  });
  return rowsOf(
    tx,
    sql`
      select ${before(slice)} as "isBefore", json_build_object(${sql.join(stages, sql`, `)}) as stages
      from user_events e where ${ended(slice)} group by 1`,
  );
}

export interface CostRow {
  isBefore: boolean;
  /** Null: no model wrote it. */
  model: string | null;
  /** Null: the price is not known. */
  currency: string | null;
  answers: number;
  inputTokens: number;
  outputTokens: number;
  /** Millionths of the currency. */
  microCost: number;
}

/** What answers cost, by who wrote them; the dearest first. */
export function listCosts(tx: TenantTx, slice: FiguresSlice): Promise<CostRow[]> {
  return rowsOf(
    tx,
    sql`
      select ${before(slice)} as "isBefore", e.model, e.currency, count(*)::int as answers,
        coalesce(sum(e.input_tokens), 0)::float8 as "inputTokens",
        coalesce(sum(e.output_tokens), 0)::float8 as "outputTokens",
        coalesce(sum(e.micro_cost), 0)::float8 as "microCost"
      from user_events e where ${ended(slice)}
      group by 1, 2, 3 order by "microCost" desc, answers desc, e.model`,
  );
}
