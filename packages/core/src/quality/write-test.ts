import * as queries from "@understudy/db/queries/quality-tests";
import type { TenantTx } from "@understudy/db/scope";
import type { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { planWeighing } from "../reindex/weigh/plan-weighing.ts";
import { requireTwin } from "../twin/twins.ts";
import { editorOf } from "../verified-answer/editor-of.ts";
import { anchorExpectations } from "./anchor-expectations.ts";
import { CreateTestInput, MAX_TESTS, QualityTest, UpdateTestInput } from "./contract.ts";
import { readTest } from "./read-test.ts";
import { StoredTest } from "./stored-test.ts";
import { requireTest } from "./tests.ts";

export const createTest = useCase({
  permission: "quality.write",
  input: CreateTestInput,
  output: QualityTest,
  run: (ctx, input) => ctx.transaction((tx) => addTest(ctx, tx, input)),
});

/** In the transaction of what it is part of. */
export async function addTest(
  ctx: Context,
  tx: TenantTx,
  { twinId, question, expectations: wanted, origin }: z.output<typeof CreateTestInput>,
): Promise<QualityTest> {
  await requireTwin(tx, twinId);
  if ((await queries.countQualityTests(tx, twinId)) >= MAX_TESTS) throw tooMany();
  const expectations = await anchorExpectations(tx, { twinId, wanted });
  const test = { twinId, question, expectations, origin, ...editorOf(ctx.actor) };
  const row = await queries.insertQualityTest(tx, test);
  await planWeighing(tx, twinId);
  const subject = { subjectKind: "qualityTest", subjectId: row.id };
  await ctx.audit(tx, { action: "quality.createTest", ...subject });
  return readTest(row);
}

/** As its next revision: what runs said of an earlier one is no longer compared with. */
export const updateTest = useCase({
  permission: "quality.write",
  input: UpdateTestInput,
  output: QualityTest,
  run: (ctx, { testId, revision, question, expectations: wanted }) =>
    ctx.transaction(async (tx) => {
      const row = await requireTest(tx, testId);
      const { expectations: kept } = StoredTest.parse(row);
      const { twinId } = row;
      const expectations = wanted && (await anchorExpectations(tx, { twinId, wanted, kept }));
      const changes = { question, expectations, ...editorOf(ctx.actor) };
      const seen = revision ?? row.revision;
      const updated = await queries.updateQualityTest(tx, { testId, revision: seen, changes });
      if (!updated) throw testChanged();
      await planWeighing(tx, twinId);
      const subject = { subjectKind: "qualityTest", subjectId: testId };
      await ctx.audit(tx, { action: "quality.updateTest", ...subject });
      return readTest(updated);
    }),
});

function tooMany(): DomainError {
  return new DomainError("limit_exceeded", "quality.too_many", `At most ${MAX_TESTS} tests.`);
}

function testChanged(): DomainError {
  return new DomainError(
    "conflict",
    "quality.test_changed",
    "Somebody else has edited this test meanwhile.",
  );
}
