import { listGroupsOfWay, type MemberWay } from "@understudy/db/queries/group-memberships";
import { findTwin } from "@understudy/db/queries/twins";
import { findVerification } from "@understudy/db/queries/verifications";
import type { TenantTx } from "@understudy/db/scope";
import { type SpokenTwin, speakingTo } from "../access-group/overrides.ts";
import { released } from "../release/answering-twin.ts";
import { requireRelease } from "../release/require-release.ts";
import type { Proof } from "../verification/contract.ts";
import { readProof } from "../verification/read-verification.ts";

export interface TwinForVisitors {
  /** As its current release has it; as its draft does while there is none, which is shown to nobody. */
  twin: SpokenTwin;
  isPublished: boolean;
  /** Of which domain its owner has shown control; null: of none, or not any more. */
  proof: Proof | null;
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
  const proof = readProof(await findVerification(tx, { twinId }));
  if (!currentReleaseId) return { twin, isPublished: false, proof };
  const { configuration } = await requireRelease(tx, currentReleaseId);
  const { twin: spoken, groupOverrides } = released(twin, configuration);
  const groupIds = way ? await listGroupsOfWay(tx, twinId, way) : [];
  return { twin: speakingTo(spoken, groupIds, groupOverrides), isPublished: true, proof };
}
