import { listLiveVersions } from "@understudy/db/queries/live-versions";
import { insertQualityRun, type QualityRunRow } from "@understudy/db/queries/quality-runs";
import { listAllQualityTests } from "@understudy/db/queries/quality-tests";
import { lockTwin } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import type { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { hashConfiguration, readConfiguration, readDraft } from "../release/configuration.ts";
import { requireReleaseOf } from "../release/require-release.ts";
import { editorOf } from "../verified-answer/editor-of.ts";
import type { RunTrigger } from "./contract.ts";
import { findFreshRun } from "./find-fresh-run.ts";
import { qualityRun } from "./quality-run.ts";
import { StoredTest } from "./stored-test.ts";

export interface RunRequest {
  twinId: string;
  /** Null: of the draft. */
  releaseId: string | null;
  trigger: z.infer<typeof RunTrigger>;
}

/** Begins a run of all tests, or gives the one that asks the same right now. */
export async function startRun(
  ctx: Context,
  tx: TenantTx,
  { twinId, releaseId, trigger }: RunRequest,
): Promise<QualityRunRow> {
  const twin = await lockTwin(tx, twinId);
  if (!twin) throw notFound("twin");
  const rows = await listAllQualityTests(tx, twinId);
  if (rows.length === 0) throw noTests();
  const release = releaseId ? await requireReleaseOf(tx, { twinId, releaseId }) : null;
  const configuration = release
    ? readConfiguration(release.configuration)
    : await readDraft(tx, twin);
  const configurationHash = hashConfiguration(configuration);
  const tests = rows.map((row) => StoredTest.parse(row));
  const same = { twin, configurationHash, tests, statuses: ["running"] } as const;
  const running = await findFreshRun(tx, same);
  if (running) return running;
  const run = await insertQualityRun(tx, {
    twinId,
    trigger,
    configuration,
    configurationHash,
    releaseId,
    comparedReleaseId: releaseId ? null : twin.currentReleaseId,
    contentRevision: twin.contentRevision,
    verifiedRevision: twin.verifiedRevision,
    sourceVersions: await listLiveVersions(tx, twinId),
    tests,
    ...editorOf(ctx.actor),
  });
  const { id: runId } = run;
  await ctx.enqueue(tx, { job: qualityRun, payload: { runId }, subjectId: runId, twinId });
  await ctx.audit(tx, { action: "quality.run", subjectKind: "qualityRun", subjectId: runId });
  return run;
}

function noTests(): DomainError {
  return new DomainError("conflict", "quality.no_tests", "There are no tests to run.");
}
