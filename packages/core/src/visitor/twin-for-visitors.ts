import { listGroupsOfWay, type MemberWay } from "@understudy/db/queries/group-memberships";
import { findTwin } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import { type SpokenTwin, speakingTo } from "../access-group/overrides.ts";
import { released } from "../release/answering-twin.ts";
import { requireRelease } from "../release/require-release.ts";

export interface TwinForVisitors {
  /** As its current release has it; as its draft does while there is none, which is shown to nobody. */
  twin: SpokenTwin;
  isPublished: boolean;
}

/** As it speaks to those who come in by a way; undefined for one that answers at no door. */
export async function findTwinForVisitors(
  tx: TenantTx,
  twinId: string,
  way: MemberWay | null,
): Promise<TwinForVisitors | undefined> {
  const twin = await findTwin(tx, twinId);
  if (!twin || twin.archivedAt) return undefined;
  const { currentReleaseId } = twin;
  if (!currentReleaseId) return { twin, isPublished: false };
  const { configuration } = await requireRelease(tx, currentReleaseId);
  const { twin: spoken, groupOverrides } = released(twin, configuration);
  const groupIds = way ? await listGroupsOfWay(tx, twinId, way) : [];
  return { twin: speakingTo(spoken, groupIds, groupOverrides), isPublished: true };
}
