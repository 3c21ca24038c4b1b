import type { RunStatus } from "@understudy/db/column-values";
import { listRunsOver, type QualityRunRow } from "@understudy/db/queries/quality-runs";
import type { PlainTwinRow } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import { StoredTest, sameTests } from "./stored-test.ts";

const RUNS_LOOKED_AT = 5;

interface FreshSearch {
  twin: PlainTwinRow;
  configurationHash: string;
  tests: readonly Pick<StoredTest, "id" | "revision">[];
  statuses: readonly RunStatus[];
}

/** The newest run of this configuration and these tests over what the twin knows now. */
export async function findFreshRun(
  tx: TenantTx,
  { twin, configurationHash, tests, statuses }: FreshSearch,
): Promise<QualityRunRow | undefined> {
  const { id: twinId, contentRevision, verifiedRevision } = twin;
  const over = { twinId, configurationHash, contentRevision, verifiedRevision, statuses };
  const runs = await listRunsOver(tx, { ...over, limit: RUNS_LOOKED_AT });
  return runs.find((run) => sameTests(readTests(run), tests));
}

export function readTests({ tests }: Pick<QualityRunRow, "tests">): StoredTest[] {
  return tests.map((test) => StoredTest.parse(test));
}
