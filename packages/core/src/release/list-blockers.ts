import { listQualityResults } from "@understudy/db/queries/quality-results";
import type { QualityRunRow } from "@understudy/db/queries/quality-runs";
import type { TenantTx } from "@understudy/db/scope";
import { readTests } from "../quality/find-fresh-run.ts";
import { readResults } from "../quality/read-results.ts";
import type { Blocker } from "./contract.ts";

/** What of a run keeps its configuration from being published: whatever did not pass, the regressed first. */
export async function listBlockers(tx: TenantTx, run: QualityRunRow): Promise<Blocker[]> {
  const results = await listQualityResults(tx, run.id);
  return readResults(readTests(run), results, new Map())
    .flatMap(({ testId, question, tested, change }): Blocker[] => {
      if (!tested || !change || tested.verdict === "passed") return [];
      const because = tested.judged.flatMap((each) => each.because ?? []);
      return [{ testId, question, verdict: tested.verdict, change, because }];
    })
    .sort((a, b) => Number(b.change === "regressed") - Number(a.change === "regressed"));
}
