import { findSourceBySha256, lockTwinBytes } from "@understudy/db/queries/same-source";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { requireTwin } from "../twin/twins.ts";
import { addAgain } from "./add-again.ts";
import type { AddedSource } from "./contract.ts";
import { insertStarted } from "./insert-started.ts";

/** Bytes that are already in the blob store. */
export interface ReceivedBytes {
  twinId: string;
  title: string;
  kind: "file" | "note" | "qna";
  fileName: string;
  mediaType: string;
  byteSize: number;
  sha256: Uint8Array;
  blobKey: string;
}

/**
 * Source, version, job and audit event commit together. The same bytes in the same twin are one
 * source: the one that is there is returned. A blob that no row came to refer to is dropped.
 */
export async function addSource(ctx: Context, received: ReceivedBytes): Promise<AddedSource> {
  let kept = false;
  try {
    const source = await ctx.transaction((tx) => insertUnlessPresent(ctx, tx, received));
    kept = source.duplicateOf === undefined;
    return source;
  } finally {
    if (!kept) await ctx.ports.blobs.remove(received.blobKey);
  }
}

async function insertUnlessPresent(
  ctx: Context,
  tx: TenantTx,
  received: ReceivedBytes,
): Promise<AddedSource> {
  const { twinId, fileName, sha256, byteSize, mediaType, blobKey } = received;
  await requireTwin(tx, twinId);
  await lockTwinBytes(tx, { twinId, sha256 });
  const present = await findSourceBySha256(tx, { twinId, sha256 });
  if (present) return addAgain(ctx, tx, present);
  const bytes = { sha256, byteSize, mediaType, blobKey };
  return insertStarted(ctx, tx, received, { fileName, bytes });
}
