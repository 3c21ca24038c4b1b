import { listFigures } from "@understudy/db/queries/figures";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { Timeseries, TimeseriesInput } from "./contract.ts";
import { chooseBucket, cutPeriod } from "./cut-period.ts";
import { openSlice } from "./open-slice.ts";
import { readFigures } from "./read-figures.ts";

/** The same figures hour by hour, or day by day of the viewer's time zone. */
export const getTimeseries = useCase({
  permission: "conversation.read",
  input: TimeseriesInput,
  output: Timeseries,
  run: (ctx, { bucket: asked, ...input }) =>
    ctx.transaction(async (tx) => {
      const { head, slice } = await openSlice(tx, input);
      const { twinId, from, to } = head;
      const { timeZone } = input;
      const bucket = asked ?? chooseBucket(head);
      const starts = cutPeriod(head, { bucket, timeZone });
      if (!starts) throw tooFine();
      const rows = new Map(
        (await listFigures(tx, slice, { bounds: starts })).map((row) => [row.key, row]),
      );
      const points = starts.map((start, i) => ({
        from: start,
        to: starts[i + 1] ?? to,
        figures: readFigures(rows.get(String(i + 1))),
      }));
      return { twinId, from, to, bucket, timeZone, points };
    }),
});

function tooFine(): DomainError {
  return new DomainError(
    "invalid",
    "analytics.too_fine",
    "That many points are no line: ask for a shorter time, or for longer steps.",
  );
}
