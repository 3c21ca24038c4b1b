import * as queries from "@understudy/db/queries/quality-tests";
import type { TenantTx } from "@understudy/db/scope";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/domain-error.ts";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { planWeighing } from "../reindex/weigh/plan-weighing.ts";
import { requireTwin } from "../twin/twins.ts";
import { ListTestsInput, QualityTest, QualityTestPage, TestRef } from "./contract.ts";
import { readTest } from "./read-test.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Newest first, each with what its last run said. */
export const listTests = useCase({
  permission: "quality.read",
  input: ListTestsInput,
  output: QualityTestPage,
  run: async (ctx, { twinId, cursor, limit }) => {
    const after = cursor === undefined ? null : decodeCursor(cursor, Position);
    const rows = await ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      return queries.listQualityTests(tx, { twinId, after, limit: limit + 1 });
    });
    return toPage(rows, limit, {
      read: ({ last, ...row }) => readTest(row, last),
      position: (row) => [row.createdAt.toISOString(), row.id],
    });
  },
});

/** It is asked no more; what earlier runs made of it stays. */
export const removeTest = useCase({
  permission: "quality.write",
  input: TestRef,
  output: QualityTest,
  run: (ctx, { testId }) => ctx.transaction((tx) => dropTest(ctx, tx, testId)),
});

/** In the transaction of what it is part of. */
export async function dropTest(ctx: Context, tx: TenantTx, testId: string): Promise<QualityTest> {
  const row = await requireTest(tx, testId);
  await queries.deleteQualityTest(tx, testId);
  await planWeighing(tx, row.twinId);
  const subject = { subjectKind: "qualityTest", subjectId: testId };
  await ctx.audit(tx, { action: "quality.removeTest", ...subject });
  return readTest(row);
}

export async function requireTest(tx: TenantTx, testId: string): Promise<queries.QualityTestRow> {
  const row = await queries.findQualityTest(tx, testId);
  if (!row) throw notFound("qualityTest");
  return row;
}
