import { and, eq } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sourceVersions } from "../tables/source-versions.ts";
import type { ReceivedBytes } from "./source-versions.ts";

export interface FetchedBytes extends ReceivedBytes {
  fileName: string | null;
  /** Where they came from after all redirects. */
  url?: string;
  etag?: string | null;
  lastModified?: string | null;
}

/** A version that was only requested has its bytes now. */
export async function saveFetchedBytes(
  tx: TenantTx,
  { sourceVersionId, fetched }: { sourceVersionId: string; fetched: FetchedBytes },
): Promise<void> {
  await on(tx)
    .update(sourceVersions)
    .set({ ...fetched, stage: "received" })
    .where(and(eq(sourceVersions.id, sourceVersionId), eq(sourceVersions.stage, "requested")));
}

/** One that was only requested, and turned out not to be needed. */
export async function deleteRequestedVersion(tx: TenantTx, sourceVersionId: string): Promise<void> {
  await on(tx)
    .delete(sourceVersions)
    .where(and(eq(sourceVersions.id, sourceVersionId), eq(sourceVersions.stage, "requested")));
}
