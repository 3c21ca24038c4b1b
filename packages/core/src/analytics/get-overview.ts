import {
  type CostRow,
  type LatencyRow,
  listCosts,
  listLatencies,
  STAGES,
} from "@understudy/db/queries/answer-costs";
import { type FiguresRow, listFigures } from "@understudy/db/queries/figures";
import { useCase } from "../kernel/use-case.ts";
import { AnalyticsInput, Overview } from "./contract.ts";
import { openSlice } from "./open-slice.ts";
import { readAmount } from "./read-amount.ts";
import { readFigures } from "./read-figures.ts";

/** What happened in a time, how long it took and what it cost, with the time before. */
export const getOverview = useCase({
  permission: "conversation.read",
  input: AnalyticsInput,
  output: Overview,
  run: (ctx, input) =>
    ctx.transaction(async (tx) => {
      const { head, slice } = await openSlice(tx, input);
      const [figures, latencies, costs] = await Promise.all([
        listFigures(tx, slice),
        listLatencies(tx, slice),
        listCosts(tx, slice),
      ]);
      const tell = (isBefore: boolean) =>
        tellOf({
          figures: figures.find((row) => row.isBefore === isBefore),
          latency: latencies.find((row) => row.isBefore === isBefore),
          costs: costs.filter((row) => row.isBefore === isBefore),
        });
      return { ...head, current: tell(false), previous: head.before && tell(true) };
    }),
});

interface Rows {
  figures: FiguresRow | undefined;
  latency: LatencyRow | undefined;
  costs: readonly CostRow[];
}

function tellOf({ figures, latency, costs }: Rows) {
  return {
    figures: readFigures(figures),
    latency: STAGES.map((stage) => {
      const [answers, p50Ms, p95Ms] = latency?.stages[stage] ?? [0, null, null];
      return { stage, answers, p50Ms, p95Ms };
    }),
    costs: costs.map(({ isBefore: _, microCost, ...cost }) => ({
      ...cost,
      ...readAmount({ ...cost, microCost }),
    })),
  };
}
