import {
  findCandidate,
  findGeneration,
  type GenerationRow,
  moveGeneration,
  reviveGeneration,
} from "@understudy/db/queries/index-generations";
import { countIndex } from "@understudy/db/queries/index-targets";
import type { TenantTx } from "@understudy/db/scope";
import { DomainError } from "../kernel/domain-error.ts";
import { defineJob, type JobContext } from "../kernel/job.ts";
import { planReclaim } from "../retention/plan-reclaim.ts";
import { aimOf } from "./aim-of.ts";
import { compareIndexes } from "./compare/compare-indexes.ts";
import { openCandidate } from "./compare/open-candidate.ts";
import { cutSources } from "./cut-sources.ts";
import { fillVectors } from "./fill-vectors.ts";
import { filling } from "./filling.ts";
import { weighGeneration } from "./weigh/weigh-generation.ts";

/**
 * cut → embed → weigh → compare: makes an index beside the one that answers. Each step finds what is lacking,
 * so that a retry resumes, and what comes meanwhile is taken along before it is called ready.
 */
export const fillIndex = defineJob({
  ...filling,
  run: async (ctx, { generationId }) => {
    const generation = await ctx.transaction((tx) => findOpen(tx, generationId));
    if (!generation)
      return ctx.note("info", "It was switched to or dropped; nothing is left to do.");
    await ctx.stage("cut", [0.01, 0.15], (report) => cutSources(ctx, generation, report));
    await ctx.stage("embed", [0.15, 0.85], (report) => fillVectors(ctx, generation, report));
    await ctx.stage("weigh", [0.85, 0.9], (report) => weighCandidate(ctx, generationId, report));
    await ctx.stage("compare", [0.9, 1], (report) => compareIndexes(ctx, generation, report));
    await finish(ctx, generation);
  },
  gaveUp: async (tx, { generationId }, { reason }) => {
    if (reason !== "job.cancelled") return;
    const isDropped = await moveGeneration(tx, {
      generationId,
      from: ["filling", "ready"],
      to: "dropped",
    });
    const generation = await findGeneration(tx, generationId);
    if (isDropped && generation) await planReclaim(tx, generation.twinId);
  },
  retried: async (tx, { generationId }) => {
    const generation = await findGeneration(tx, generationId);
    const other = generation && (await findCandidate(tx, generation.twinId));
    const isOver = !generation || generation.status === "live" || generation.status === "ready";
    if (isOver || (other && other.id !== generationId)) {
      throw new DomainError("conflict", "job.superseded", "Another index has taken its place.");
    }
    await reviveGeneration(tx, generationId);
  },
});

/** Before it is compared: it is compared as it would answer. */
async function weighCandidate(
  ctx: JobContext,
  generationId: string,
  report: (fraction: number) => Promise<void>,
): Promise<void> {
  const generation = await ctx.transaction((tx) => findGeneration(tx, generationId));
  if (!generation?.model) return;
  const openIndex = () => openCandidate(ctx, generation);
  await weighGeneration(ctx, { generation, openIndex }, report);
}

async function findOpen(tx: TenantTx, generationId: string): Promise<GenerationRow | undefined> {
  const generation = await findGeneration(tx, generationId);
  const isOpen = generation?.status === "filling" || generation?.status === "ready";
  return isOpen ? generation : undefined;
}

/** What came while it was compared keeps it from being ready: that asked for a job of its own. */
async function finish(ctx: JobContext, generation: GenerationRow): Promise<void> {
  const { id: generationId, twinId, model } = generation;
  const counts = await ctx.fenced(async (tx) => {
    const counted = await countIndex(tx, aimOf(twinId, generation));
    const isWhole = counted.uncut === 0 && (model === null || counted.vectors === counted.passages);
    const move = { generationId, from: ["filling"] as const, to: "ready" as const };
    if (isWhole) await moveGeneration(tx, move);
    return { ...counted, isWhole };
  });
  const { isWhole, ...result } = counts;
  await ctx.conclude({ ...result });
  await ctx.note(
    isWhole ? "info" : "warn",
    isWhole ? "It holds everything and can be switched to." : "More has come meanwhile.",
  );
}
