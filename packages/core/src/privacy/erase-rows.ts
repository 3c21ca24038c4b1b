import { deleteUnusedVectors } from "@understudy/db/queries/cached-vectors";
import {
  deleteHoldingExports,
  deleteLooseTwinTraces,
  deleteTwin,
  listTwinVersions,
} from "@understudy/db/queries/erase-twin";
import {
  deleteLooseTraces,
  deleteSomeConversations,
  deleteVisitor,
} from "@understudy/db/queries/erase-visitor";
import { announceErased } from "@understudy/db/queries/kept-rows";
import { takeReservationsOf } from "@understudy/db/queries/reservations";
import { deleteSomeChunks } from "@understudy/db/queries/superseded-versions";
import type { TenantTx } from "@understudy/db/scope";
import { bookReserved } from "../budget/book-reserved.ts";
import type { JobContext } from "../kernel/job.ts";
import type { ErasureScope } from "./erasure-scope.ts";

/** Small enough that the embedded engine answers others between two of them. */
const CHUNKS_PER_WRITE = 200;
const CONVERSATIONS_PER_WRITE = 20;
const VERSIONS_PER_READ = 50;
const VECTORS_PER_WRITE = 2_000;

export async function eraseVisitorRows(
  ctx: JobContext,
  visitorId: string,
  { visitor }: ErasureScope,
): Promise<void> {
  if (visitor) {
    await ctx.fenced(async (tx) => {
      await bookCalls(tx, ctx.actor.tenantId, visitor.visitorIds);
      await deleteLooseTraces(tx, visitor);
      await deleteHoldingExports(tx, visitor.twinId);
    });
  }
  await eraseConversations(ctx, "visitor_id", visitor?.visitorIds ?? [visitorId]);
  await ctx.fenced((tx) => deleteVisitor(tx, visitorId));
}

/** Calls for them that are under way are the workspace's own from now on. */
async function bookCalls(
  tx: TenantTx,
  tenantId: string,
  visitorIds: readonly string[],
): Promise<void> {
  const calls = await takeReservationsOf(tx, visitorIds);
  if (calls.length === 0) return;
  const isOther = (id: string) => !visitorIds.includes(id);
  const reserved = calls.map((call) => ({ ...call, others: call.others?.filter(isOther) ?? null }));
  await bookReserved(tx, { tenantId, reserved });
}

/** In steps, then the twin itself with what is left of it; every process lets go of what it holds. */
export async function eraseTwinRows(ctx: JobContext, twinId: string): Promise<void> {
  let afterId: string | null = null;
  for (;;) {
    const page: { twinId: string; afterId: string | null; limit: number } = {
      twinId,
      afterId,
      limit: VERSIONS_PER_READ,
    };
    const versions = await ctx.transaction((tx) => listTwinVersions(tx, page));
    for (const sourceVersionId of versions) await eraseChunks(ctx, sourceVersionId);
    if (versions.length < VERSIONS_PER_READ) break;
    afterId = versions.at(-1)!;
  }
  await eraseConversations(ctx, "twin_id", [twinId]);
  await ctx.fenced(async (tx) => {
    await deleteLooseTwinTraces(tx, { twinId, jobId: ctx.jobId });
    await deleteHoldingExports(tx, twinId);
    await deleteTwin(tx, twinId);
    await announceErased(tx, twinId);
  });
}

async function eraseChunks(ctx: JobContext, sourceVersionId: string): Promise<void> {
  const chunks = { sourceVersionId, limit: CHUNKS_PER_WRITE };
  while ((await ctx.fenced((tx) => deleteSomeChunks(tx, chunks))) === CHUNKS_PER_WRITE);
}

async function eraseConversations(
  ctx: JobContext,
  of: "visitor_id" | "twin_id",
  ids: readonly string[],
): Promise<void> {
  const some = { of, ids, limit: CONVERSATIONS_PER_WRITE };
  const once = () => ctx.fenced((tx) => deleteSomeConversations(tx, some));
  while ((await once()) === CONVERSATIONS_PER_WRITE);
}

/** The vectors of texts that are nowhere in the tenant any more. */
export async function eraseCachedVectors(ctx: JobContext): Promise<void> {
  const all = { olderThanDays: 0, limit: VECTORS_PER_WRITE };
  while ((await ctx.fenced((tx) => deleteUnusedVectors(tx, all))) === VECTORS_PER_WRITE);
}
