import { findJob } from "@understudy/db/queries/jobs";
import { findSource } from "@understudy/db/queries/sources";
import { z } from "zod";
import { Job } from "../job/contract.ts";
import { readJob } from "../job/read-job.ts";
import { Id } from "../kernel/ids.ts";
import { streamCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { Source } from "./contract.ts";
import { readSource } from "./read-source.ts";

/** A removed source is null. */
const SourceChange = z.union([
  z.object({ type: z.literal("source"), sourceId: Id, source: Source.nullable() }),
  z.object({ type: z.literal("job"), job: Job }),
]);

/** Each change of a twin's sources and of the jobs that process them, as it happens. */
export const watchSources = streamCase({
  permission: "source.read",
  input: z.object({ twinId: Id }),
  async *run(ctx, { twinId }): AsyncIterable<z.infer<typeof SourceChange>> {
    await ctx.transaction((tx) => requireTwin(tx, twinId));
    for await (const change of ctx.changes(ctx.signal)) {
      if (change.kind === "source") {
        const row = await ctx.transaction((tx) => findSource(tx, change.id));
        if (row && row.twinId !== twinId) continue;
        yield { type: "source", sourceId: change.id, source: row ? readSource(row) : null };
      } else {
        const row = await ctx.transaction((tx) => findJob(tx, change.id));
        if (row?.twinId === twinId) yield { type: "job", job: readJob(row) };
      }
    }
  },
});
