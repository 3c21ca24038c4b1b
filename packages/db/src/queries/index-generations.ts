import { and, desc, eq, getTableColumns, inArray, isNull, ne, sql } from "drizzle-orm";
import { on } from "../engine/on.ts";
import type { TenantTx } from "../scope.ts";
import { type Chunking, indexGenerations } from "../tables/index-generations.ts";
import { one } from "./one.ts";

const { tenantId: _tenantId, ...shown } = getTableColumns(indexGenerations);
export type GenerationRow = Omit<typeof indexGenerations.$inferSelect, "tenantId">;
export type { Chunking };

/** What answers in a twin; undefined: words alone, cut by the product's own settings. */
export function findLiveGeneration(
  tx: TenantTx,
  twinId: string,
): Promise<GenerationRow | undefined> {
  return findByStatus(tx, twinId, ["live"]);
}

/** What is being made, or waits to be looked at; there is one at most. */
export function findCandidate(tx: TenantTx, twinId: string): Promise<GenerationRow | undefined> {
  return findByStatus(tx, twinId, ["filling", "ready"]);
}

async function findByStatus(
  tx: TenantTx,
  twinId: string,
  statuses: GenerationRow["status"][],
): Promise<GenerationRow | undefined> {
  const [row] = await on(tx)
    .select(shown)
    .from(indexGenerations)
    .where(and(eq(indexGenerations.twinId, twinId), inArray(indexGenerations.status, statuses)));
  return row;
}

export async function findGeneration(
  tx: TenantTx,
  generationId: string,
): Promise<GenerationRow | undefined> {
  const [row] = await on(tx)
    .select(shown)
    .from(indexGenerations)
    .where(eq(indexGenerations.id, generationId));
  return row;
}

export interface NewGeneration {
  twinId: string;
  status: "live" | "filling";
  model: string | null;
  dimensions: number | null;
  chunking: Chunking | null;
}

/** Gives its id; a second candidate of a twin breaks `index_generations_candidate`. */
export async function insertGeneration(tx: TenantTx, values: NewGeneration): Promise<string> {
  const liveAt = values.status === "live" ? sql`now()` : null;
  const inserted = on(tx)
    .insert(indexGenerations)
    .values({ ...values, liveAt });
  return one(await inserted.returning({ id: indexGenerations.id })).id;
}

/** The first text of a twin decides the model that its passages are found by; who comes second joins. */
export async function adoptModel(
  tx: TenantTx,
  { twinId, model }: { twinId: string; model: string },
): Promise<void> {
  await on(tx)
    .insert(indexGenerations)
    .values({ twinId, status: "live", model, liveAt: sql`now()` })
    .onConflictDoNothing();
}

/** The first vector of a model says how wide it is in a twin; false for one of another width. */
export async function claimDimensions(
  tx: TenantTx,
  { twinId, model, dimensions }: { twinId: string; model: string; dimensions: number },
): Promise<boolean> {
  const ofModel = and(
    eq(indexGenerations.twinId, twinId),
    eq(indexGenerations.model, model),
    ne(indexGenerations.status, "dropped"),
  );
  await on(tx)
    .update(indexGenerations)
    .set({ dimensions })
    .where(and(ofModel, isNull(indexGenerations.dimensions)));
  const others = and(ofModel, ne(indexGenerations.dimensions, dimensions));
  return (await on(tx).$count(indexGenerations, others)) === 0;
}

/** Moves it from one of these states to another; false when it was in none of them. */
export async function moveGeneration(
  tx: TenantTx,
  { generationId, from, to }: GenerationMove,
): Promise<boolean> {
  const at = { filling: null, ready: "readyAt", live: "liveAt", dropped: "droppedAt" } as const;
  const stamp = at[to];
  const moved = await on(tx)
    .update(indexGenerations)
    .set({ status: to, ...(stamp && { [stamp]: sql`now()` }) })
    .where(and(eq(indexGenerations.id, generationId), inArray(indexGenerations.status, [...from])))
    .returning({ id: indexGenerations.id });
  return moved.length > 0;
}

export interface GenerationMove {
  generationId: string;
  from: readonly GenerationRow["status"][];
  to: GenerationRow["status"];
}

/** Something has come that the candidate has not; gives its id. It is not ready before it has that, too. */
export async function holdCandidate(tx: TenantTx, twinId: string): Promise<string | undefined> {
  const [row] = await on(tx)
    .update(indexGenerations)
    .set({ status: "filling" })
    .where(
      and(
        eq(indexGenerations.twinId, twinId),
        inArray(indexGenerations.status, ["filling", "ready"]),
      ),
    )
    .returning({ id: indexGenerations.id });
  return row?.id;
}

export async function saveComparison(
  tx: TenantTx,
  { generationId, comparison }: { generationId: string; comparison: object },
): Promise<void> {
  await on(tx)
    .update(indexGenerations)
    .set({ comparison })
    .where(eq(indexGenerations.id, generationId));
}

/** Null: nothing is known of it, and its vectors say what they usually do. */
export async function saveWeighing(
  tx: TenantTx,
  { generationId, weighing }: { generationId: string; weighing: object | null },
): Promise<void> {
  await on(tx)
    .update(indexGenerations)
    .set({ weighing })
    .where(eq(indexGenerations.id, generationId));
}

/** Dropped, and something of it may still be there; the newest first. */
export function listDropped(tx: TenantTx, twinId: string): Promise<GenerationRow[]> {
  return on(tx)
    .select(shown)
    .from(indexGenerations)
    .where(and(eq(indexGenerations.twinId, twinId), eq(indexGenerations.status, "dropped")))
    .orderBy(desc(indexGenerations.droppedAt));
}

export async function markGenerationReclaimed(tx: TenantTx, generationId: string): Promise<void> {
  await on(tx)
    .update(indexGenerations)
    .set({ reclaimedAt: sql`now()`, comparison: null })
    .where(eq(indexGenerations.id, generationId));
}

/** Filled again after it was dropped: what was reclaimed of it is to be made anew. */
export async function reviveGeneration(tx: TenantTx, generationId: string): Promise<void> {
  await on(tx)
    .update(indexGenerations)
    .set({ status: "filling", droppedAt: null, reclaimedAt: null, comparison: null })
    .where(eq(indexGenerations.id, generationId));
}
