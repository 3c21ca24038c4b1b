import { and, eq, ne, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { sourceVersions } from "../tables/source-versions.ts";
import { sources } from "../tables/sources.ts";
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

/** One that turned out not to be needed; never the one that answers. */
export async function deleteUnneededVersion(tx: TenantTx, sourceVersionId: string): Promise<void> {
  await on(tx)
    .delete(sourceVersions)
    .where(and(eq(sourceVersions.id, sourceVersionId), ne(sourceVersions.stage, "live")));
}

/**
 * Whether a parsed version says word for word what the live one does. The live one then takes over how
 * the server told the newer copy apart, so that the next fetch asks for what came after it.
 */
export async function adoptIfSameText(tx: TenantTx, sourceVersionId: string): Promise<boolean> {
  const newer = on(tx)
    .select()
    .from(sourceVersions)
    .where(eq(sourceVersions.id, sourceVersionId))
    .as("newer");
  const adopted = await on(tx)
    .update(sourceVersions)
    .set({ etag: sql`${newer.etag}`, lastModified: sql`${newer.lastModified}` })
    .from(newer)
    .where(
      and(
        eq(
          sourceVersions.id,
          on(tx)
            .select({ id: sources.liveVersionId })
            .from(sources)
            .where(eq(sources.id, newer.sourceId)),
        ),
        ne(sourceVersions.id, newer.id),
        eq(sourceVersions.text, newer.text),
        sql`${sourceVersions.title} is not distinct from ${newer.title}`,
        sql`${sourceVersions.blocks} = ${newer.blocks}`,
      ),
    )
    .returning({ id: sourceVersions.id });
  return adopted.length > 0;
}
