import { findTwin, type PlainTwinRow } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import { released } from "../release/answering-twin.ts";
import { requireRelease } from "../release/require-release.ts";

export interface TwinForVisitors {
  /** As its current release has it; as its draft does while there is none, which is shown to nobody. */
  twin: PlainTwinRow;
  isPublished: boolean;
}

/** Undefined for one that answers at no door. */
export async function findTwinForVisitors(
  tx: TenantTx,
  twinId: string,
): Promise<TwinForVisitors | undefined> {
  const twin = await findTwin(tx, twinId);
  if (!twin || twin.archivedAt) return undefined;
  const { currentReleaseId } = twin;
  if (!currentReleaseId) return { twin, isPublished: false };
  const { configuration } = await requireRelease(tx, currentReleaseId);
  return { twin: released(twin, configuration), isPublished: true };
}
