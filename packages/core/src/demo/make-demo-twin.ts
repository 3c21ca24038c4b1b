import { insertSourceVersion } from "@understudy/db/queries/source-versions";
import { insertSource } from "@understudy/db/queries/sources";
import { insertTwin } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { startIngestion } from "../source/start-ingestion.ts";
import { demoCharacter } from "./demo-character.ts";

/**
 * Joins the transaction that makes a tenant: the twin that knows the guide, and a job for each of its
 * files, which brings the bytes. From then on it is a twin like any other. Gives its id.
 */
export async function makeDemoTwin(ctx: Context, tx: TenantTx): Promise<string> {
  const { starterQuestions, ...character } = demoCharacter;
  const twin = await insertTwin(tx, { ...character, starterQuestions: [...starterQuestions] });
  await ctx.audit(tx, { action: "twin.create", subjectKind: "twin", subjectId: twin.id });
  for (const { fileName, title } of ctx.ports.guide.files) {
    const sourceId = await insertSource(tx, { twinId: twin.id, title, kind: "file" });
    const version = { twinId: twin.id, sourceId, fileName, bytes: null };
    const sourceVersionId = await insertSourceVersion(tx, version);
    const ingestible = { twinId: twin.id, sourceId, sourceVersionId };
    await startIngestion(ctx, tx, { ...ingestible, trigger: "added" });
  }
  return twin.id;
}
