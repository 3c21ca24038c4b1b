import { findCandidate, type GenerationRow } from "@understudy/db/queries/index-generations";
import { lockIndex } from "@understudy/db/queries/same-source";
import type { TenantTx } from "@understudy/db/scope";
import { notFound } from "../kernel/domain-error.ts";
import { requireTwin } from "../twin/twins.ts";

/** The index that is being made, or waits; nobody else moves the twin's pointer until this transaction ends. */
export async function requireCandidate(
  tx: TenantTx,
  { twinId, generationId }: { twinId: string; generationId: string },
): Promise<GenerationRow> {
  await requireTwin(tx, twinId);
  await lockIndex(tx, twinId);
  const candidate = await findCandidate(tx, twinId);
  if (candidate?.id !== generationId) throw notFound("index");
  return candidate;
}
