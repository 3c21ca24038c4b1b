import {
  findCandidate,
  findLiveGeneration,
  type GenerationRow,
} from "@understudy/db/queries/index-generations";
import { countIndex } from "@understudy/db/queries/index-targets";
import { findNewestJob } from "@understudy/db/queries/jobs";
import { countNamingTests } from "@understudy/db/queries/quality-tests";
import type { TenantTx } from "@understudy/db/scope";
import { LEAST_QUESTIONS } from "@understudy/rag/rerank/fit-share";
import type { z } from "zod";
import { outsideReranker } from "../budget/meter-rerank.ts";
import type { Context } from "../kernel/context.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { aimOf } from "./aim-of.ts";
import { STANDARD_CHUNKING } from "./chunking.ts";
import { type Candidate, Comparison, IndexRef, TwinIndex, Weighing } from "./contract.ts";
import { filling } from "./filling.ts";

const BYTES_PER_NUMBER = 4;

/** What a twin is searched by, and what is being made to take its place. */
export const getIndex = useCase({
  permission: "knowledge.read",
  input: IndexRef,
  output: TwinIndex,
  run: (ctx, { twinId }) =>
    ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      return readIndex(ctx, tx, twinId);
    }),
});

export async function readIndex(ctx: Context, tx: TenantTx, twinId: string): Promise<TwinIndex> {
  const live = await findLiveGeneration(tx, twinId);
  const candidate = await findCandidate(tx, twinId);
  return {
    live: {
      ...(await readFigures(tx, twinId, live)),
      ...judge(ctx, live?.model ?? null),
      since: live?.liveAt?.toISOString() ?? null,
    },
    candidate: candidate ? await readCandidate(tx, candidate) : null,
    configuredModel: ctx.ports.embedder?.model ?? null,
    standardChunking: STANDARD_CHUNKING,
    namingTests: { count: await countNamingTests(tx, twinId), least: LEAST_QUESTIONS },
    outsideReranker: outsideReranker(ctx.ports),
  };
}

function judge(ctx: Context, model: string | null): Pick<TwinIndex["live"], "state" | "failure"> {
  if (!model) return { state: "words", failure: null };
  const { open, failureOf } = ctx.ports.embedders;
  const failure = open(model) ? failureOf(model) : "model.not_configured";
  return { state: failure ? "model_failing" : "answering", failure };
}

async function readFigures(tx: TenantTx, twinId: string, generation: GenerationRow | undefined) {
  const { sources, passages, vectors, uncut } = await countIndex(tx, aimOf(twinId, generation));
  const dimensions = generation?.dimensions ?? null;
  return {
    model: generation?.model ?? null,
    dimensions,
    chunking: generation?.chunking ?? STANDARD_CHUNKING,
    sources,
    passages,
    vectors,
    vectorBytes: vectors * (dimensions ?? 0) * BYTES_PER_NUMBER,
    uncut,
    weighing: Weighing.safeParse(generation?.weighing).data ?? null,
  };
}

async function readCandidate(tx: TenantTx, row: GenerationRow): Promise<Candidate> {
  const job = await findNewestJob(tx, { subjectId: row.id, kind: filling.kind });
  return {
    ...(await readFigures(tx, row.twinId, row)),
    id: row.id,
    status: row.status === "ready" ? "ready" : "filling",
    jobId: job?.id ?? null,
    comparison: readComparison(row.comparison),
    createdAt: row.createdAt.toISOString(),
  };
}

/** One that an older program kept in another shape is none. */
function readComparison(kept: object | null): z.output<typeof Comparison> | null {
  return Comparison.safeParse(kept).data ?? null;
}
