import type { SourceRow } from "@understudy/db/queries/sources";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import type { AddedSource } from "./contract.ts";
import { readSource } from "./read-source.ts";
import { requireSource } from "./require-source.ts";
import { tryAgain } from "./try-again.ts";

/** What is there already is not made twice; where it had failed, to add it once more tries it again. */
export async function addAgain(
  ctx: Context,
  tx: TenantTx,
  { id: sourceId, status }: SourceRow,
): Promise<AddedSource> {
  if (status === "failed") await tryAgain(ctx, tx, { sourceId });
  return { ...readSource(await requireSource(tx, sourceId)), duplicateOf: sourceId };
}
