import { Readable } from "node:stream";
import { countQualityTests } from "@understudy/db/queries/quality-tests";
import {
  countSettled,
  findImport,
  finishImport,
  type TwinImportRow,
  updateImport,
} from "@understudy/db/queries/twin-imports";
import { DomainError } from "../kernel/domain-error.ts";
import { defineJob, type JobContext, TurnOver } from "../kernel/job.ts";
import { startRun } from "../quality/start-run.ts";
import { withFreeHandle } from "../twin/handle.ts";
import { bundleDeclaration } from "./bundle-declaration.ts";
import type { BundledContent } from "./contract.ts";
import { fileKeyOf, insertTwinOf } from "./insert-twin.ts";
import { mapId } from "./map-id.ts";
import { type Bundle, openBundle } from "./open-bundle.ts";

const LOOK_AGAIN_SECONDS = 2;

/**
 * Copies the files while it checks them, then makes the whole twin in one transaction: an import that is
 * refused or cancelled leaves none. When all sources are live or have failed, its tests are run.
 */
export const takeInBundle = defineJob({
  ...bundleDeclaration,
  run: async (ctx, { importId }) => {
    const row = await ctx.transaction((tx) => findImport(tx, importId));
    if (!row || row.finishedAt) return;
    const twinId = row.twinId ?? (await takeIn(ctx, row));
    await ctx.stage("index", [0.4, 0.95], (report) => untilSettled(ctx, twinId, report));
    await prove(ctx, { importId, twinId });
  },
  gaveUp: async (tx, { importId }) => {
    await updateImport(tx, { importId, blobKey: null });
  },
});

async function takeIn(ctx: JobContext, row: TwinImportRow): Promise<string> {
  const { blobs, maxFileBytes } = ctx.ports;
  const { id: importId, blobKey, byteSize } = row;
  if (!blobKey) throw new DomainError("invalid", "bundle.broken", "Its file is gone.");
  const keys: string[] = [];
  try {
    using bundle = await openBundle(blobs, { blobKey, byteSize, maxFileBytes });
    const content = await bundle.readContent();
    await ctx.stage("files", [0, 0.3], (report) =>
      copyFiles(ctx, bundle, { content, importId, keys, report }),
    );
    await ctx.stage("rows", [0.3, 0.4], () => makeTwin(ctx, importId, content));
    await blobs.remove(blobKey);
    return mapId(importId, "twin");
  } catch (error) {
    if (error instanceof DomainError) {
      for (const key of [...keys, blobKey]) await blobs.remove(key);
    }
    throw error;
  }
}

interface Copying {
  content: BundledContent;
  importId: string;
  /** Those that were written. */
  keys: string[];
  report: (fraction: number) => Promise<void>;
}

async function copyFiles(
  ctx: JobContext,
  bundle: Bundle,
  { content, importId, keys, report }: Copying,
): Promise<void> {
  const all = [...content.collections, ...content.sources];
  for (const [at, { id, sha256, byteSize }] of all.entries()) {
    ctx.signal.throwIfAborted();
    const path = `files/${sha256}`;
    if (bundle.manifest.entries[path]?.byteSize !== byteSize) throw incomplete();
    const key = fileKeyOf(ctx, importId, id);
    keys.push(key);
    await ctx.ports.blobs.put(key, Readable.from(bundle.stream(path), { objectMode: false }));
    await report((at + 1) / all.length);
  }
}

async function makeTwin(ctx: JobContext, importId: string, content: BundledContent): Promise<void> {
  await withFreeHandle(content.twin.name, (handle) =>
    ctx.fenced(async (tx) => {
      const inserted = { importId, content, handle, details: { importId } };
      const twinId = await insertTwinOf(ctx, tx, inserted);
      await updateImport(tx, { importId, twinId, blobKey: null });
    }),
  );
}

async function untilSettled(
  ctx: JobContext,
  twinId: string,
  report: (fraction: number) => Promise<void>,
): Promise<void> {
  const { total, settled } = await ctx.transaction((tx) => countSettled(tx, twinId));
  await report(total === 0 ? 1 : settled / total);
  if (settled < total) throw new TurnOver("its sources are being read", LOOK_AGAIN_SECONDS);
}

async function prove(
  ctx: JobContext,
  { importId, twinId }: { importId: string; twinId: string },
): Promise<void> {
  const proved = await ctx.fenced(async (tx) => {
    const tests = await countQualityTests(tx, twinId);
    const asked = { twinId, releaseId: null, trigger: "asked" } as const;
    const qualityRunId = tests > 0 ? (await startRun(ctx, tx, asked)).id : null;
    await finishImport(tx, { importId, qualityRunId });
    return { qualityRunId, ...(await countSettled(tx, twinId)) };
  });
  const { qualityRunId, total: sources, failed } = proved;
  await ctx.conclude({ importId, twinId, sources, failed, ...(qualityRunId && { qualityRunId }) });
}

const incomplete = () =>
  new DomainError("invalid", "bundle.altered", "A file that a source was made from is missing.");
