import { listCostsByTwin } from "@understudy/db/queries/answer-costs";
import { listFigures } from "@understudy/db/queries/figures";
import { listTwinNames } from "@understudy/db/queries/twins";
import { useCase } from "../kernel/use-case.ts";
import { TwinsCompared, TwinsInput } from "./contract.ts";
import { openPeriod } from "./open-slice.ts";
import { readAmount } from "./read-amount.ts";
import { readCompared } from "./read-figures.ts";

/** Every twin that whoever asks may see, beside the others; the most asked first. */
export const compareTwins = useCase({
  permission: "conversation.read",
  input: TwinsInput,
  output: TwinsCompared,
  run: (ctx, input) =>
    ctx.transaction(async (tx) => {
      const { head, slice } = openPeriod(input);
      const names = await listTwinNames(tx);
      const asked = { ...slice, twinId: names.map(({ id }) => id) };
      const [rows, costs] = await Promise.all([
        listFigures(tx, asked, "twin"),
        listCostsByTwin(tx, { ...asked, from: head.from }),
      ]);
      const figures = Map.groupBy(rows, ({ key }) => key);
      const spent = Map.groupBy(costs, ({ twinId }) => twinId);
      const twins = names.map(({ id: twinId, name }) => ({
        ...{ twinId, name },
        ...readCompared(figures.get(twinId) ?? [], head.before !== null),
        costs: (spent.get(twinId) ?? []).map(readAmount),
      }));
      return { ...head, twins: twins.sort((a, b) => b.current.questions - a.current.questions) };
    }),
});
