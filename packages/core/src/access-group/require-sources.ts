import { countContent } from "@understudy/db/queries/content-permissions";
import type { TenantTx } from "@understudy/db/scope";
import { notFound } from "../kernel/domain-error.ts";

/** Each of these must be a source, or a belief, of the twin; null names none. */
export async function requireSources(
  tx: TenantTx,
  twinId: string,
  sourceIds: readonly string[] | null,
): Promise<void> {
  const ids = [...new Set(sourceIds)];
  if ((await countContent(tx, twinId, { kind: "source", ids })) !== ids.length) {
    throw notFound("source");
  }
}
