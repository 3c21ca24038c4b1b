import { findNewestVersion, sealVersionPassword } from "@understudy/db/queries/source-versions";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { restartSource } from "./restart-source.ts";

/** Joins the caller's transaction: what a failed source was to become is tried again. */
export async function tryAgain(
  ctx: Context,
  tx: TenantTx,
  { sourceId, password }: { sourceId: string; password?: string | undefined },
): Promise<void> {
  const version = await findNewestVersion(tx, sourceId);
  if (!version) throw new Error(`source ${sourceId} has no version`);
  if (password) {
    const sealedPassword = ctx.ports.vault.seal(password);
    await sealVersionPassword(tx, { sourceVersionId: version.id, sealedPassword });
  }
  await restartSource(ctx, tx, version);
  await ctx.audit(tx, { action: "source.retry", subjectKind: "source", subjectId: sourceId });
}
