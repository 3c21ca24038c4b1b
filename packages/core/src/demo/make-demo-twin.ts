import { insertSourceVersion } from "@understudy/db/queries/source-versions";
import { insertSource } from "@understudy/db/queries/sources";
import { insertTwin } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import type { NewExpectation } from "../quality/contract.ts";
import { addTest } from "../quality/write-test.ts";
import { startIngestion } from "../source/start-ingestion.ts";
import { demoCharacter } from "./demo-character.ts";
import { demoTests } from "./demo-tests.ts";

/**
 * Joins the transaction that makes a tenant: the twin that knows the guide, a job for each of its files,
 * which brings the bytes, and quality tests. From then on it is a twin like any other. Gives its id.
 */
export async function makeDemoTwin(ctx: Context, tx: TenantTx): Promise<string> {
  const { starterQuestions, ...character } = demoCharacter;
  const twin = await insertTwin(tx, { ...character, starterQuestions: [...starterQuestions] });
  await ctx.audit(tx, { action: "twin.create", subjectKind: "twin", subjectId: twin.id });
  const sourceIds = new Map<string, string>();
  for (const { fileName, title } of ctx.ports.guide.files) {
    const sourceId = await insertSource(tx, { twinId: twin.id, title, kind: "file" });
    const version = { twinId: twin.id, sourceId, fileName, bytes: null };
    const sourceVersionId = await insertSourceVersion(tx, version);
    const ingestible = { twinId: twin.id, sourceId, sourceVersionId };
    await startIngestion(ctx, tx, { ...ingestible, trigger: "added" });
    sourceIds.set(fileName, sourceId);
  }
  for (const { question, cites } of demoTests) {
    const sourceId = cites && sourceIds.get(cites);
    // An instance may be given another guide.
    if (cites && !sourceId) continue;
    const expectations: NewExpectation[] = [
      sourceId ? { kind: "cites_source", sourceId } : { kind: "refuses" },
    ];
    await addTest(ctx, tx, { twinId: twin.id, question, expectations, origin: "hand" });
  }
  return twin.id;
}
