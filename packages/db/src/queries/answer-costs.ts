import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { all, inSlice } from "./event-slice.ts";
import { type FiguresSlice, isBefore, planForFigures } from "./figures-tally.ts";

export const STAGES = ["understand", "verified", "retrieve", "rerank", "write", "total"] as const;
export type Stage = (typeof STAGES)[number];

export interface LatencyRow {
  isBefore: boolean;
  /** Of each stage: how many answers went through it, and the median and the 95th percentile in milliseconds. */
  stages: Record<Stage, [number, number | null, number | null]>;
}

/** Said as the index of answers says it. */
const answers = ({ twinId, splitAt: _, ...slice }: FiguresSlice) =>
  sql`user_events e where ${all([sql`e.kind = 'answer_ended'`, ...inSlice(twinId, slice)])}`;

/**
 * Within how many whole milliseconds half and 95 % of the answers came; stages that did not run are not
 * counted. Each period is read by itself: together they would be sorted by period first.
 */
export async function listLatencies(tx: TenantTx, slice: FiguresSlice): Promise<LatencyRow[]> {
  await planForFigures(tx);
  const { splitAt, ...whole } = slice;
  const now = latencies({ ...whole, from: splitAt ?? slice.from }, false);
  const before = splitAt && latencies({ ...whole, to: splitAt }, true);
  return rowsOf(tx, before ? sql`${now} union all ${before}` : now);
}

function latencies(slice: FiguresSlice, isBefore: boolean): SQL {
  const stages = STAGES.map((stage) => {
    const column = sql.raw(`e.${stage}_ms::int`);
    const at = (share: string) =>
      sql`percentile_disc(${sql.raw(share)}) within group (order by ${column})`;
    return sql`${sql.raw(`'${stage}'`)}, json_build_array(count(${column}), ${at(".5")}, ${at(".95")})`;
  });
  return sql`select ${sql.raw(String(isBefore))} as "isBefore", json_build_object(${sql.join(stages, sql`, `)}) as stages
    from ${answers(slice)}`;
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

/** What answers cost, by who wrote them; the dearest first. Whole numbers add up exactly as floats, and faster. */
export async function listCosts(tx: TenantTx, slice: FiguresSlice): Promise<CostRow[]> {
  await planForFigures(tx);
  return rowsOf(
    tx,
    sql`
      select ${isBefore(slice)} as "isBefore", e.model, e.currency, count(*)::int as answers,
        coalesce(sum(e.input_tokens), 0)::float8 as "inputTokens",
        coalesce(sum(e.output_tokens), 0)::float8 as "outputTokens",
        coalesce(sum(e.micro_cost::float8), 0) as "microCost"
      from ${answers(slice)}
      group by 1, 2, 3 order by "microCost" desc, answers desc, e.model`,
  );
}

/** What the answers of each of several twins cost, the currencies apart; what no model wrote is not told. */
export async function listCostsByTwin(
  tx: TenantTx,
  slice: FiguresSlice,
): Promise<(Pick<CostRow, "currency" | "microCost"> & { twinId: string })[]> {
  await planForFigures(tx);
  return rowsOf(
    tx,
    sql`
      select e.twin_id as "twinId", e.currency, coalesce(sum(e.micro_cost::float8), 0) as "microCost"
      from ${answers(slice)} and e.model is not null group by 1, 2 order by "microCost" desc`,
  );
}
