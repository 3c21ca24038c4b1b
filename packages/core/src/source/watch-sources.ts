import { findJob } from "@understudy/db/queries/jobs";
import { findSource } from "@understudy/db/queries/sources";
import { z } from "zod";
import type { Job } from "../job/contract.ts";
import { readJob } from "../job/read-job.ts";
import { Id } from "../kernel/ids.ts";
import { streamCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import type { Source } from "./contract.ts";
import { readSource } from "./read-source.ts";

/** Each change of a twin's sources and of the jobs that process them, as it happens; a removed source is null. */
export type SourceChange =
  | { type: "source"; sourceId: string; source: Source | null }
  | { type: "job"; job: Job };

export const watchSources = streamCase({
  permission: "source.read",
  input: z.object({ twinId: Id }),
  async *run(ctx, { twinId }): AsyncIterable<SourceChange> {
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
