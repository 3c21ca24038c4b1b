import { listQualityResults, listVerdicts } from "@understudy/db/queries/quality-results";
import * as queries from "@understudy/db/queries/quality-runs";
import { countQualityTests } from "@understudy/db/queries/quality-tests";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import { notFound } from "../kernel/domain-error.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import {
  ListRunsInput,
  QualityRun,
  QualityRunDetail,
  QualityRunPage,
  RunInput,
  RunRef,
  Standing,
  type Verdict,
} from "./contract.ts";
import { readTests } from "./find-fresh-run.ts";
import { findNotice } from "./find-notice.ts";
import { readResults } from "./read-results.ts";
import { describeRun, readRun } from "./read-run.ts";
import { startRun } from "./start-run.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Begins a run of all tests under the draft, or under a release. */
export const runTests = useCase({
  permission: "quality.write",
  input: RunInput,
  output: QualityRun,
  run: (ctx, { twinId, releaseId = null }) =>
    ctx.transaction(async (tx) => {
      const { id } = await startRun(ctx, tx, { twinId, releaseId, trigger: "asked" });
      return readRun(tx, await requireRun(tx, id));
    }),
});

/** Newest first. */
export const listRuns = useCase({
  permission: "quality.read",
  input: ListRunsInput,
  output: QualityRunPage,
  run: async (ctx, { twinId, cursor, limit }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, Position);
    return ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      const rows = await queries.listQualityRuns(tx, { twinId, after, limit: limit + 1 });
      const position = (row: queries.RunHead) => [row.createdAt.toISOString(), row.id];
      const page = toPage(rows, limit, { read: (row) => row, position });
      const items = await Promise.all(page.items.map((row) => readRun(tx, row)));
      return { ...page, items };
    });
  },
});

/** What it says of each test, as far as it has come. */
export const getRun = useCase({
  permission: "quality.read",
  input: RunRef,
  output: QualityRunDetail,
  run: (ctx, { runId }) =>
    ctx.transaction(async (tx) => {
      const row = await requireRun(tx, runId);
      const tests = readTests((await queries.findQualityRun(tx, runId))!);
      const results = await listQualityResults(tx, runId);
      const previous = await readPrevious(tx, row);
      return {
        ...(await describeRun(tx, row, results)),
        results: readResults(tests, results, previous),
      };
    }),
});

async function readPrevious(
  tx: TenantTx,
  { twinId, releaseId, createdAt, id }: queries.RunHead,
): Promise<Map<string, Verdict>> {
  const after = [createdAt.toISOString(), id] as const;
  const like = { twinId, isDraft: releaseId === null };
  const ended = { ...like, statuses: ["succeeded"], after, limit: 1 } as const;
  const [earlier] = await queries.listQualityRuns(tx, ended);
  const verdicts = earlier ? await listVerdicts(tx, { runId: earlier.id, side: "tested" }) : [];
  return new Map(verdicts.map(({ testId, verdict }) => [testId, verdict]));
}

/** Its owner has looked at what it says; a notice of it goes. */
export const markRunSeen = useCase({
  permission: "quality.write",
  input: RunRef,
  output: QualityRun,
  run: (ctx, { runId }) =>
    ctx.transaction(async (tx) => {
      await requireRun(tx, runId);
      await queries.markRunSeen(tx, runId);
      await ctx.audit(tx, {
        action: "quality.seeRun",
        subjectKind: "qualityRun",
        subjectId: runId,
      });
      return readRun(tx, await requireRun(tx, runId));
    }),
});

/** How a twin stands with its tests, at a glance. */
export const getStanding = useCase({
  permission: "quality.read",
  input: ListRunsInput.pick({ twinId: true }),
  output: Standing,
  run: (ctx, { twinId }) =>
    ctx.transaction(async (tx) => {
      const twin = await requireTwin(tx, twinId);
      const [last] = await queries.listQualityRuns(tx, { twinId, limit: 1 });
      const notice = await findNotice(tx, twin);
      return {
        twinId,
        testCount: await countQualityTests(tx, twinId),
        lastRun: last ? await readRun(tx, last) : null,
        notice: notice ? await readRun(tx, notice) : null,
      };
    }),
});

async function requireRun(tx: TenantTx, runId: string): Promise<queries.RunHead> {
  const row = await queries.findRunHead(tx, runId);
  if (!row) throw notFound("qualityRun");
  return row;
}
