import { listJobLogs as listLogRows } from "@understudy/db/queries/job-logs";
import * as queries from "@understudy/db/queries/jobs";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import { notFound } from "../kernel/domain-error.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { Job, JobLogPage, JobPage, JobRef, ListJobLogsInput, ListJobsInput } from "./contract.ts";
import { readJob, readJobLog } from "./read-job.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);
const LogPosition = z.tuple([z.uuid()]);

export const listJobs = useCase({
  permission: "job.read",
  input: ListJobsInput,
  output: JobPage,
  run: async (ctx, { cursor, limit, ...filter }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, Position);
    const rows = await ctx.transaction((tx) =>
      queries.listJobs(tx, { ...filter, after, limit: limit + 1 }),
    );
    const position = (row: queries.JobRow) => [row.createdAt.toISOString(), row.id];
    return toPage(rows, limit, { read: readJob, position });
  },
});

export const getJob = useCase({
  permission: "job.read",
  input: JobRef,
  output: Job,
  run: (ctx, { jobId }) => ctx.transaction(async (tx) => readJob(await requireJob(tx, jobId))),
});

export const listJobLogs = useCase({
  permission: "job.read",
  input: ListJobLogsInput,
  output: JobLogPage,
  run: async (ctx, { jobId, cursor, limit }) => {
    const [afterId] = cursor === undefined ? [null] : decodeCursor(cursor, LogPosition);
    const rows = await ctx.transaction(async (tx) => {
      await requireJob(tx, jobId);
      return listLogRows(tx, { jobId, afterId, limit: limit + 1 });
    });
    return toPage(rows, limit, { read: readJobLog, position: (row) => [row.id] });
  },
});

export async function requireJob(tx: TenantTx, jobId: string): Promise<queries.JobRow> {
  const row = await queries.findJob(tx, jobId);
  if (!row) throw notFound("job");
  return row;
}
