import {
  cancelJobs,
  listAllTwinIds,
  shutTenant,
  shutTwin,
} from "@understudy/db/queries/erase-twin";
import { shutVisitor } from "@understudy/db/queries/erase-visitor";
import type { ErasureRow } from "@understudy/db/queries/erasures";
import type { TenantTx } from "@understudy/db/scope";

/** Nobody sees or reaches it any more, and nothing works on it: what follows only gives back the room. */
export async function shutSubject(
  tx: TenantTx,
  { kind, subjectId, jobId }: Pick<ErasureRow, "kind" | "subjectId" | "jobId">,
): Promise<void> {
  if (kind === "visitor") return shutVisitor(tx, subjectId);
  if (kind === "twin") return shutTwin(tx, { twinId: subjectId, jobId });
  await shutTenant(tx);
  for (const twinId of await listAllTwinIds(tx)) await shutTwin(tx, { twinId, jobId });
  await cancelJobs(tx, { twinId: null, jobId });
}
