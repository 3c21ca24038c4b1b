import type { ErasureRow } from "@understudy/db/queries/erasures";
import type { JobContext } from "../kernel/job.ts";
import type { ErasureScope } from "./erasure-scope.ts";

type Report = (fraction: number) => Promise<void>;

/** From where vectors are searched, if that is not memory. */
export async function eraseVectors(
  ctx: JobContext,
  { twinIds, models }: ErasureScope,
  report: Report,
): Promise<void> {
  const { ports, signal, correlationId } = ctx;
  for (const [at, of] of models.entries()) {
    const index = await ports.vectorStore?.open(ctx, of);
    for (const twinId of twinIds) await index?.removeNamespace(twinId, { signal, correlationId });
    await report((at + 1) / models.length);
  }
}

export async function countVectors(
  ctx: JobContext,
  { twinIds, models }: ErasureScope,
): Promise<number> {
  const { ports, signal, correlationId } = ctx;
  let left = 0;
  for (const of of models) {
    const index = await ports.vectorStore?.open(ctx, of);
    for (const twinId of twinIds) {
      left += (await index?.listSegments(twinId, { signal, correlationId }))?.length ?? 0;
    }
  }
  return left;
}

/** Gives how many there were. A file that is gone is no fault. */
export async function eraseFiles(
  ctx: JobContext,
  erasure: ErasureRow,
  { scope, report }: { scope: ErasureScope; report: Report },
): Promise<void> {
  const files = erasure.kind === "tenant" ? await listTenantFiles(ctx) : scope.files;
  for (const [at, key] of files.entries()) {
    ctx.signal.throwIfAborted();
    await ctx.ports.blobs.remove(key);
    if (at % 50 === 0) await report(at / files.length);
  }
}

export async function countFiles(
  ctx: JobContext,
  { kind }: ErasureRow,
  { files }: ErasureScope,
): Promise<number> {
  const there = await listTenantFiles(ctx);
  const wanted = new Set(files);
  return kind === "tenant" ? there.length : there.filter((key) => wanted.has(key)).length;
}

async function listTenantFiles(ctx: JobContext): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of ctx.ports.blobs.list(`${ctx.actor.tenantId}/`)) keys.push(key);
  return keys;
}
