import { createHash } from "node:crypto";
import { listSourceOverlays } from "@understudy/db/queries/overlays";
import {
  type ChangeRow,
  insertImpacts,
  listChangesSince,
  type NewImpact,
} from "@understudy/db/queries/source-impacts";
import { type ChangedSentence, pairChanges } from "@understudy/rag/health/pair-changes";
import { readStatements, type Statement } from "@understudy/rag/health/read-statements";
import { measureIdf } from "@understudy/rag/retrieve/measure-idf";
import type { JobContext } from "../kernel/job.ts";
import type { CachedTwin } from "../knowledge/twin-indexes.ts";
import { findBearing } from "./find-bearing.ts";

interface ChangedSource {
  twinId: string;
  sourceId: string;
  since: Date | null;
}

/** Warns of what the owner vouches for where a sentence that bears on it went, or was replaced. */
export async function noteImpacts(
  ctx: JobContext,
  changed: ChangedSource,
  { index }: CachedTwin,
): Promise<void> {
  const idf = measureIdf(index);
  const { twinId, sourceId } = changed;
  for (const { syncId, gone, come } of await listChanges(ctx, changed)) {
    const changes = pairChanges(gone, come, idf);
    const sentences = changes.map(({ before }) => before);
    const bearings = await findBearing(ctx, { twinId, sentences, idf });
    // A belief that was edited bears on itself.
    const others = bearings.filter(({ on }) => on.id !== sourceId);
    const impacts = others.map(({ on, at }): NewImpact => {
      const { before, after } = changes[at]!;
      return {
        twinId,
        sourceId,
        syncId,
        verifiedQnaId: on.kind === "verified" ? on.id : null,
        beliefId: on.kind === "belief" ? on.id : null,
        before: before.text,
        after: after?.text ?? null,
        fingerprint: fingerprintOf(changes[at]!),
      };
    });
    await ctx.fenced((tx) => insertImpacts(tx, impacts));
  }
}

function fingerprintOf({ before, after }: ChangedSentence): Uint8Array {
  return createHash("sha256")
    .update(`${before.claim}\n${after?.claim ?? ""}`)
    .digest();
}

interface Change {
  syncId: string | null;
  gone: Statement[];
  come: Statement[];
}

/** Of each sync, and of the owner's corrections. */
async function listChanges(ctx: JobContext, { sourceId, since }: ChangedSource): Promise<Change[]> {
  const { rows, overlays } = await ctx.transaction(async (tx) => ({
    rows: await listChangesSince(tx, { sourceId, since }),
    overlays: await listSourceOverlays(tx, sourceId),
  }));
  const bySync = Map.groupBy(rows, ({ syncId }) => syncId);
  const synced = Array.from(bySync, ([syncId, changed]) => ({
    syncId,
    gone: statementsOf(changed, "removed"),
    come: statementsOf(changed, "added"),
  }));
  const corrected = overlays
    .filter(({ kind, updatedAt }) => kind !== "pin" && (!since || updatedAt >= since))
    .map(({ original, text }) => ({
      syncId: null,
      gone: readStatements(original),
      come: readStatements(text ?? ""),
    }));
  return [...synced, ...corrected];
}

function statementsOf(rows: readonly ChangeRow[], change: ChangeRow["change"]): Statement[] {
  return rows.filter((row) => row.change === change).flatMap(({ text }) => readStatements(text));
}
