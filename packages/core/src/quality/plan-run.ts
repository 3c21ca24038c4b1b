import { listQualityResults } from "@understudy/db/queries/quality-results";
import { findQualityRun, type QualityRunRow } from "@understudy/db/queries/quality-runs";
import { findTwin, type PlainTwinRow } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import { released } from "../release/answering-twin.ts";
import { readTests } from "./find-fresh-run.ts";
import type { KnownNow } from "./judge-expectation.ts";
import { prepareComparison } from "./prepare-comparison.ts";
import { readKnown } from "./read-known.ts";
import type { StoredTest } from "./stored-test.ts";

/** One question that is still to be asked. */
export interface Asking {
  test: StoredTest;
  side: "tested" | "compared";
  twin: PlainTwinRow;
  configurationHash: string;
  /** The answer counts for what it is compared with, too: that is configured the same. */
  countsTwice: boolean;
}

export interface RunPlan {
  run: QualityRunRow;
  pending: Asking[];
  done: number;
  known: KnownNow;
}

/** What an attempt still has to ask; undefined when the run has ended, or its twin is gone. */
export async function planRun(tx: TenantTx, runId: string): Promise<RunPlan | undefined> {
  const run = await findQualityRun(tx, runId);
  const twin = run && (await findTwin(tx, run.twinId));
  if (!twin || run.status !== "running") return undefined;
  const tests = readTests(run);
  const askedOf = await prepareComparison(tx, run, tests);
  const results = await listQualityResults(tx, runId);
  const isDone = new Set(results.map(({ testId, side }) => `${testId}/${side}`));
  const { configurationHash } = run;
  const countsTwice = askedOf?.configurationHash === configurationHash;
  const sides: Omit<Asking, "test">[] = [
    { side: "tested", ...askedAs(twin, run.configuration), configurationHash, countsTwice },
  ];
  if (askedOf && !countsTwice) {
    const { configuration, ...other } = askedOf;
    sides.push({ side: "compared", ...askedAs(twin, configuration), ...other, countsTwice });
  }
  const askings = tests.flatMap((test) => sides.map((side) => ({ test, ...side })));
  const pending = askings.filter(({ test, side }) => !isDone.has(`${test.id}/${side}`));
  const known = await readKnown(tx, twin.id, tests);
  return { run, pending, done: askings.length - pending.length, known };
}

/** Tests ask as someone in no group, who may see everything. */
function askedAs(twin: PlainTwinRow, configuration: object) {
  return { twin: released(twin, configuration).twin };
}
