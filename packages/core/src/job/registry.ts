import type { JobKind } from "@understudy/db/column-values";
import { takeInAudience } from "../audience/import-audience.job.ts";
import { takeInBundle } from "../bundle/import-bundle.job.ts";
import { writeExport } from "../export/write-export.job.ts";
import { sendFollowUp } from "../follow-up/send-follow-up.job.ts";
import { checkHealth } from "../health/health-check.job.ts";
import type { Job } from "../kernel/job.ts";
import { sendNotices } from "../notice/send-notices.job.ts";
import { reindexVersion } from "../overlay/reindex-version.job.ts";
import { erase } from "../privacy/erase.job.ts";
import { performQualityRun } from "../quality/quality-run.job.ts";
import { placeQuestions } from "../question/place-questions.job.ts";
import { reconcileTenant } from "../reconcile/reconcile-tenant.job.ts";
import { fillIndex } from "../reindex/fill-index.job.ts";
import { weighArms } from "../reindex/weigh/weigh-arms.job.ts";
import { retention } from "../retention/retention.job.ts";
import { ingestSource } from "../source/ingest-source.job.ts";
import { resyncOnSchedule } from "../source/resync-on-schedule.job.ts";
import { recheckProof } from "../verification/recheck-proof.job.ts";
import { deliverEvent } from "../webhook/deliver-event.job.ts";

/** Every job there is, by kind. */
const JOBS = [
  ingestSource,
  performQualityRun,
  reindexVersion,
  fillIndex,
  reconcileTenant,
  retention,
  resyncOnSchedule,
  checkHealth,
  deliverEvent,
  recheckProof,
  writeExport,
  takeInAudience,
  erase,
  sendNotices,
  placeQuestions,
  sendFollowUp,
  takeInBundle,
  weighArms,
] as const;

export function findJobDefinition(kind: JobKind): Job<unknown> | undefined {
  return JOBS.find((job) => job.kind === kind) as Job<unknown> | undefined;
}
