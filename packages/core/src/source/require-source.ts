import { findSource, type SourceRow } from "@understudy/db/queries/sources";
import type { TenantTx } from "@understudy/db/scope";
import { notFound } from "../kernel/domain-error.ts";

/** The source, or the refusal that looks the same for absent, removed and not-yours. */
export async function requireSource(tx: TenantTx, sourceId: string): Promise<SourceRow> {
  const row = await findSource(tx, sourceId);
  if (!row) throw notFound("source");
  return row;
}
