import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { RESULT_SIDES, RUN_STATUSES, RUN_TRIGGERS, VERDICTS } from "../column-values.ts";
import { createdAt, falling, id, oneOf, tenantId, time, twinId } from "./columns.ts";
import { twins } from "./twins.ts";

/** All tests of a twin, asked of one configuration over what was live then. */
export const qualityRuns = pgTable(
  "quality_runs",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    status: text({ enum: RUN_STATUSES }).notNull().default("running"),
    trigger: text({ enum: RUN_TRIGGERS }).notNull(),
    /** What is tested, as it was when the run was asked for; of a release when it has one. */
    configuration: jsonb().$type<object>().notNull(),
    configurationHash: text().notNull(),
    releaseId: uuid(),
    /** The release that it is compared with. */
    comparedReleaseId: uuid(),
    /** What retrieval and verified answers were when the run was asked for. */
    contentRevision: bigint({ mode: "bigint" }).notNull(),
    verifiedRevision: bigint({ mode: "bigint" }).notNull(),
    sourceVersions: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** The tests, in their order, as they were then. */
    tests: jsonb().$type<object[]>().notNull(),
    tokensSpent: integer().notNull().default(0),
    /** What came of it, once it has ended. */
    summary: jsonb().$type<object>(),
    failureReason: text(),
    /** Its owner has seen what it says. */
    seenAt: time(),
    actorKind: text().notNull(),
    actorId: uuid(),
    createdAt: createdAt(),
    finishedAt: time(),
  },
  (t) => [
    foreignKey({
      name: "quality_runs_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    unique("quality_runs_twin_unique").on(t.tenantId, t.twinId, t.id),
    // listRuns, and the newest one
    index("quality_runs_list").on(t.twinId, falling(t.createdAt), falling(t.id)),
    // the one of a twin that runs
    index("quality_runs_running").on(t.twinId).where(sql`${t.status} = 'running'`),
    oneOf("quality_runs_status_check", t.status, RUN_STATUSES),
    oneOf("quality_runs_trigger_check", t.trigger, RUN_TRIGGERS),
  ],
);

/** What one configuration answered to one test, and what each expectation made of it. */
export const qualityResults = pgTable(
  "quality_results",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    runId: uuid().notNull(),
    /** Of a test that may have gone since. */
    testId: uuid().notNull(),
    testRevision: integer().notNull(),
    /** Of what is tested, or of what that is compared with. */
    side: text({ enum: RESULT_SIDES }).notNull(),
    configurationHash: text().notNull(),
    verdict: text({ enum: VERDICTS }).notNull(),
    answered: boolean().notNull(),
    isLeak: boolean().notNull(),
    isOverRefusal: boolean().notNull(),
    /** The answer with its evidence, and the verdict of each expectation. */
    detail: jsonb().$type<object>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "quality_results_run_fk",
      columns: [t.tenantId, t.twinId, t.runId],
      foreignColumns: [qualityRuns.tenantId, qualityRuns.twinId, qualityRuns.id],
    }).onDelete("cascade"),
    // listResults, and an attempt that finds what an earlier one left
    unique("quality_results_test_unique").on(t.runId, t.testId, t.side),
    // the last result of a test
    index("quality_results_last").on(t.testId, falling(t.createdAt), falling(t.id)),
    oneOf("quality_results_side_check", t.side, RESULT_SIDES),
    oneOf("quality_results_verdict_check", t.verdict, VERDICTS),
  ],
);
