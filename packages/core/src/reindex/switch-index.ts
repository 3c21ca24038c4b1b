import {
  findLiveGeneration,
  type GenerationRow,
  moveGeneration,
} from "@understudy/db/queries/index-generations";
import {
  countIndex,
  listCorrected,
  lockStagedSources,
  switchToStaged,
} from "@understudy/db/queries/index-targets";
import { getSourceVersion } from "@understudy/db/queries/source-versions";
import { bumpContentRevision } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { keepCorrections } from "../overlay/keep-corrections.ts";
import { planReclaim } from "../retention/plan-reclaim.ts";
import { aimOf } from "./aim-of.ts";
import { CandidateRef, TwinIndex } from "./contract.ts";
import { readIndex } from "./get-index.ts";
import { recordRecut } from "./record-recut.ts";
import { requireCandidate } from "./require-candidate.ts";
import { planWeighing } from "./weigh/plan-weighing.ts";

/**
 * One pointer moves: from the next question on the new index answers, and the old one is reclaimed
 * when no answer can be reading it any more. Corrections find their passages in what is cut otherwise,
 * as after a sync. Refuses `index.not_ready`.
 */
export const switchIndex = useCase({
  permission: "knowledge.write",
  input: CandidateRef,
  output: TwinIndex,
  run: (ctx, { twinId, generationId }) =>
    ctx.transaction(async (tx) => {
      const candidate = await requireCandidate(tx, { twinId, generationId });
      await lockStagedSources(tx, generationId);
      await requireReady(tx, candidate);
      const live = await findLiveGeneration(tx, twinId);
      if (live) await moveGeneration(tx, { generationId: live.id, from: ["live"], to: "dropped" });
      const isMoved = await moveGeneration(tx, { generationId, from: ["ready"], to: "live" });
      if (!isMoved) throw notReady();
      const corrected = await listCorrected(tx, aimOf(twinId, candidate));
      const moved = await switchToStaged(tx, generationId);
      await bumpContentRevision(tx, twinId);
      for (const one of moved) await recordRecut(tx, one);
      for (const { versionId } of corrected) {
        await keepCorrections(ctx, tx, await getSourceVersion(tx, versionId));
      }
      await planReclaim(tx, twinId);
      await planWeighing(tx, twinId);
      const subject = { subjectKind: "index", subjectId: generationId };
      const { model } = candidate;
      await ctx.audit(tx, { action: "index.switch", ...subject, details: { twinId, model } });
      return readIndex(ctx, tx, twinId);
    }),
});

async function requireReady(tx: TenantTx, candidate: GenerationRow): Promise<void> {
  const { passages, vectors, uncut } = await countIndex(tx, aimOf(candidate.twinId, candidate));
  const isWhole = uncut === 0 && (candidate.model === null || vectors === passages);
  if (candidate.status !== "ready" || !isWhole) throw notReady();
}

function notReady(): DomainError {
  return new DomainError(
    "conflict",
    "index.not_ready",
    "The new index does not hold everything yet: wait until it is filled.",
  );
}
