import { createHash } from "node:crypto";
import { type FetchedBytes, saveFetchedBytes } from "@understudy/db/queries/requested-versions";
import { findSourceBySha256 } from "@understudy/db/queries/same-source";
import {
  findLiveVersion,
  type OwnedVersionRow,
  type SourceVersionRow,
} from "@understudy/db/queries/source-versions";
import type { JobContext } from "../../kernel/job.ts";
import { requireRoom } from "../../usage/require-room.ts";
import { makeBlobKey } from "../blob-key.ts";
import { requireSource } from "../require-source.ts";
import { fetchVideo } from "../youtube/fetch-video.ts";
import { readVideoAddress } from "../youtube/video-address.ts";
import { fetchPage } from "./fetch-page.ts";
import { keepLive } from "./keep-live.ts";

/** Bytes on their way into the blob store, and what is noted about them. */
export type Found = Omit<FetchedBytes, "sha256" | "byteSize" | "blobKey"> & { bytes: Uint8Array };

/** Gives the requested version its bytes; false when they are those that already answer. */
export async function fetchVersion(ctx: JobContext, version: OwnedVersionRow): Promise<boolean> {
  const { sourceId, sourceUrl, fileName } = version;
  const live = await ctx.transaction((tx) => findLiveVersion(tx, sourceId));
  const found = sourceUrl
    ? await fetchAddress(ctx, sourceUrl, live)
    : ctx.ports.guide.read(fileName ?? "");
  const sha256 = found && createHash("sha256").update(found.bytes).digest();
  if (!found || !sha256 || isSame(live, sha256)) {
    await keepLive(ctx, version);
    return false;
  }
  await keep(ctx, version, { found, sha256 });
  await noteSameBytes(ctx, version, sha256);
  return true;
}

function fetchAddress(ctx: JobContext, url: string, live: SourceVersionRow | undefined) {
  const video = readVideoAddress(url);
  return video ? fetchVideo(ctx, video) : fetchPage(ctx, { url, live });
}

function isSame(live: SourceVersionRow | undefined, sha256: Uint8Array): boolean {
  return live?.sha256 ? Buffer.from(live.sha256).equals(sha256) : false;
}

/** A blob that no row came to refer to is dropped. */
async function keep(
  ctx: JobContext,
  version: OwnedVersionRow,
  { found: { bytes, ...noted }, sha256 }: { found: Found; sha256: Uint8Array },
): Promise<void> {
  const blobKey = makeBlobKey(ctx.actor.tenantId);
  const fetched = { ...noted, sha256, byteSize: bytes.byteLength, blobKey };
  await ctx.ports.blobs.put(blobKey, bytes);
  try {
    await ctx.fenced(async (tx) => {
      const source = await requireSource(tx, version.sourceId);
      const holder = { ...source, tenantId: ctx.actor.tenantId };
      await requireRoom(tx, holder, { sources: 0, bytes: bytes.byteLength });
      await saveFetchedBytes(tx, { sourceVersionId: version.id, fetched });
    });
  } catch (error) {
    await ctx.ports.blobs.remove(blobKey);
    throw error;
  }
}

async function noteSameBytes(
  ctx: JobContext,
  { twinId, sourceId }: OwnedVersionRow,
  sha256: Uint8Array,
): Promise<void> {
  const same = await ctx.transaction((tx) =>
    findSourceBySha256(tx, { twinId, sha256, exceptId: sourceId }),
  );
  if (same) await ctx.note("warn", `The source “${same.title}” holds the same, byte for byte.`);
}
