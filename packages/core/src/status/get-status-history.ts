import { listHealth } from "@understudy/db/queries/service-health";
import { readWorkOutcomes } from "@understudy/db/queries/work-outcomes";
import { useCase } from "../kernel/use-case.ts";
import { StatusHistory, StatusHistoryInput } from "./contract.ts";
import { mergeSpans, shareWell } from "./merge-spans.ts";

const HOUR_MS = 3_600_000;

/** How what the product rests on has been, as its processes saw it, and what became of the tenant's work meanwhile. */
export const getStatusHistory = useCase({
  permission: "tenant.read",
  input: StatusHistoryInput,
  output: StatusHistory,
  run: async (ctx, { hours }) => {
    const { health, work } = await ctx.transaction(async (tx) => ({
      health: await listHealth(tx, { hours }),
      work: await readWorkOutcomes(tx, { hours }),
    }));
    const period = { from: new Date(health.now.getTime() - hours * HOUR_MS), until: health.now };
    const byName = Map.groupBy(health.spans, ({ name }) => name);
    return {
      from: period.from.toISOString(),
      until: period.until.toISOString(),
      dependencies: [...byName].map(([name, seen]) => {
        const spans = mergeSpans(seen, period);
        return { name, spans, wellShare: shareWell(spans) };
      }),
      work,
    };
  },
});
