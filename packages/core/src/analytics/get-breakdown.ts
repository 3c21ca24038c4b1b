import { listFigures } from "@understudy/db/queries/figures";
import { listPartNames } from "@understudy/db/queries/part-names";
import { useCase } from "../kernel/use-case.ts";
import { Breakdown, BreakdownInput } from "./contract.ts";
import { openSlice } from "./open-slice.ts";
import { readCompared } from "./read-figures.ts";

/** The same figures told apart: by channel, link, widget, key, group, release or language. */
export const getBreakdown = useCase({
  permission: "conversation.read",
  input: BreakdownInput,
  output: Breakdown,
  run: (ctx, { by, ...input }) =>
    ctx.transaction(async (tx) => {
      const { head, slice } = await openSlice(tx, input);
      const [rows, names] = await Promise.all([
        listFigures(tx, slice, by),
        listPartNames(tx, { twinId: head.twinId, by }),
      ]);
      const parts = [...Map.groupBy(rows, ({ key }) => key)].map(([key, own]) => ({
        key: by === "release" ? (key ?? "draft") : key,
        name: names ? (names.get(key ?? "") ?? null) : key,
        ...readCompared(own, head.before !== null),
      }));
      const sorted = parts.sort((a, b) => b.current.questions - a.current.questions);
      return { ...head, by, parts: sorted };
    }),
});
