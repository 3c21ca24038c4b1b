import { isUniqueViolation } from "@understudy/db/errors";
import {
  findCandidate,
  findLiveGeneration,
  insertGeneration,
  type NewGeneration,
} from "@understudy/db/queries/index-generations";
import { countIndex } from "@understudy/db/queries/index-targets";
import { lockIndex } from "@understudy/db/queries/same-source";
import type { TenantTx } from "@understudy/db/scope";
import type { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { aimOf } from "./aim-of.ts";
import { isSameChunking } from "./chunking.ts";
import { StartReindexInput, TwinIndex } from "./contract.ts";
import { readIndex } from "./get-index.ts";
import { probeModel } from "./probe-model.ts";
import { requestFill } from "./request-fill.ts";

/**
 * A second index is made in the background, by another model or cut otherwise; what answers goes on
 * answering until someone switches. Refuses `index.in_progress`, `index.unchanged` and
 * `index.model_failed`.
 */
export const startReindex = useCase({
  permission: "knowledge.write",
  input: StartReindexInput,
  output: TwinIndex,
  run: async (ctx, wanted) => {
    const { twinId } = wanted;
    const live = await ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      await refuseSecond(tx, twinId);
      return findLiveGeneration(tx, twinId);
    });
    const model = wanted.model ?? live?.model ?? null;
    const isSame = model === (live?.model ?? null);
    const dimensions =
      model && !isSame ? await probeModel(ctx, { twinId, model }) : (live?.dimensions ?? null);
    try {
      return await ctx.transaction((tx) => start(ctx, tx, wanted, { model, dimensions }));
    } catch (error) {
      throw isUniqueViolation(error, "index_generations_candidate") ? inProgress() : error;
    }
  },
});

async function start(
  ctx: Context,
  tx: TenantTx,
  { twinId, chunking: wantedChunking }: z.output<typeof StartReindexInput>,
  { model, dimensions }: Pick<NewGeneration, "model" | "dimensions">,
): Promise<TwinIndex> {
  await lockIndex(tx, twinId);
  await refuseSecond(tx, twinId);
  const live = await findLiveGeneration(tx, twinId);
  const chunking = wantedChunking === undefined ? (live?.chunking ?? null) : wantedChunking;
  const aim = { ...aimOf(twinId, live), model, chunking };
  const { passages, vectors, uncut } = await countIndex(tx, aim);
  const isWhole = model === null || vectors === passages;
  const isSameModel = model === (live?.model ?? null);
  const isSame = isSameModel && isSameChunking(chunking, live?.chunking ?? null);
  if (isSame && uncut === 0 && isWhole) {
    throw new DomainError(
      "conflict",
      "index.unchanged",
      "That is how the twin is indexed already.",
    );
  }
  const generation = { twinId, status: "filling", model, dimensions, chunking } as const;
  const generationId = await insertGeneration(tx, generation);
  await requestFill(ctx, tx, { twinId, generationId });
  const subject = { subjectKind: "index", subjectId: generationId };
  await ctx.audit(tx, { action: "index.start", ...subject, details: { twinId, model } });
  return readIndex(ctx, tx, twinId);
}

async function refuseSecond(tx: TenantTx, twinId: string): Promise<void> {
  if (await findCandidate(tx, twinId)) throw inProgress();
}

function inProgress(): DomainError {
  return new DomainError(
    "conflict",
    "index.in_progress",
    "Another index is being made already: switch to it or drop it first.",
  );
}
