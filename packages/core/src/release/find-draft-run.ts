import type { RunStatus } from "@understudy/db/column-values";
import type { QualityRunRow } from "@understudy/db/queries/quality-runs";
import { listAllQualityTests } from "@understudy/db/queries/quality-tests";
import type { PlainTwinRow } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import { findFreshRun } from "../quality/find-fresh-run.ts";
import { hashConfiguration, readDraft } from "./configuration.ts";

/** How many tests a twin has, and the newest run that tells how its draft does in them now. */
export async function findDraftRun(
  tx: TenantTx,
  twin: PlainTwinRow,
  statuses: readonly RunStatus[] = ["running", "succeeded"],
): Promise<{ testCount: number; run: QualityRunRow | undefined }> {
  const tests = await listAllQualityTests(tx, twin.id);
  if (tests.length === 0) return { testCount: 0, run: undefined };
  const configurationHash = hashConfiguration(await readDraft(tx, twin));
  const run = await findFreshRun(tx, { twin, configurationHash, tests, statuses });
  return { testCount: tests.length, run };
}
