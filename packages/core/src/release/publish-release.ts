import { listLiveVersions } from "@understudy/db/queries/live-versions";
import { planRetest } from "@understudy/db/queries/plan-retest";
import { insertRelease, type ReleaseRow, setCurrentRelease } from "@understudy/db/queries/releases";
import { lockTwin } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import type { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { editorOf } from "../verified-answer/editor-of.ts";
import { announce } from "../webhook/announce.ts";
import { hashConfiguration, readDraft } from "./configuration.ts";
import { PublishInput, PublishResult } from "./contract.ts";
import { findDraftRun } from "./find-draft-run.ts";
import { readRelease } from "./read-release.ts";
import { testDraft } from "./test-draft.ts";

type Publishing = z.output<typeof PublishInput>;

/**
 * Freezes the draft's configuration, and gives it to visitors from their next question on, when its
 * tests pass, or with a reason why it is published all the same.
 */
export const publishRelease = useCase({
  permission: "release.write",
  input: PublishInput,
  output: PublishResult,
  run: async (ctx, publishing) => {
    const kept = publishing.override === undefined && (await testDraft(ctx, publishing));
    return kept || ctx.transaction((tx) => publish(ctx, tx, publishing));
  },
});

async function publish(
  ctx: Context,
  tx: TenantTx,
  { twinId, note, override }: Publishing,
): Promise<PublishResult> {
  const twin = await lockTwin(tx, twinId);
  if (!twin) throw notFound("twin");
  const { testCount, run } = await findDraftRun(tx, twin, ["succeeded"]);
  if (override === undefined && testCount > 0 && !run) throw changedMeanwhile();
  const configuration = await readDraft(tx, twin);
  const row = await insertRelease(tx, {
    twinId,
    configuration,
    configurationHash: hashConfiguration(configuration),
    note,
    overrideReason: override ?? null,
    qualityRunId: run?.id ?? null,
    sourceVersions: run?.sourceVersions ?? (await listLiveVersions(tx, twinId)),
    ...editorOf(ctx.actor),
  });
  await setCurrentRelease(tx, { twinId, releaseId: row.id });
  if (!run) await planRetest(tx, twinId);
  await recordPublished(ctx, tx, row);
  const warnings = testCount === 0 ? (["no_tests"] as const) : [];
  return { status: "published", ...readRelease(row, row.id), warnings: [...warnings] };
}

async function recordPublished(ctx: Context, tx: TenantTx, row: ReleaseRow): Promise<void> {
  const details = { number: row.number, isOverridden: row.overrideReason !== null };
  const subject = { subjectKind: "release", subjectId: row.id };
  await ctx.audit(tx, { action: "release.publish", ...subject, details });
  const data = { releaseId: row.id, number: row.number };
  await announce(tx, { type: "release.published", twinId: row.twinId, data });
}

function changedMeanwhile(): DomainError {
  return new DomainError(
    "conflict",
    "release.changed_meanwhile",
    "The draft, its tests or what the twin knows has changed meanwhile.",
  );
}
