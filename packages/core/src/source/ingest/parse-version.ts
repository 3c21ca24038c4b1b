import {
  findLiveVersion,
  getSourceVersion,
  type OwnedVersionRow,
  saveParsedVersion,
} from "@understudy/db/queries/source-versions";
import { adoptTitle } from "@understudy/db/queries/sources";
import type { TenantTx } from "@understudy/db/scope";
import { SourceRejected } from "@understudy/rag/parse/source-rejected";
import { DomainError } from "../../kernel/domain-error.ts";
import type { JobContext } from "../../kernel/job.ts";
import { titleOfUrl } from "../title-of-url.ts";
import { ownAddress } from "./own-address.ts";

const MAX_TITLE_CHARACTERS = 300;

/** Bytes become text and blocks, once: a version that was parsed before is left as it is. */
export async function parseVersion(ctx: JobContext, found: OwnedVersionRow): Promise<void> {
  const sourceVersionId = found.id;
  const isFetched = found.stage === "requested";
  const version = isFetched
    ? await ctx.transaction((tx) => getSourceVersion(tx, sourceVersionId))
    : found;
  if (version.stage !== "received") return;
  const { canonicalUrl: declared, ...document } = await parse(ctx, version);
  const canonicalUrl = ownAddress(declared, version.url);
  await ctx.fenced(async (tx) => {
    await saveParsedVersion(tx, { sourceVersionId, document, canonicalUrl });
    await takeTitle(tx, version, document.title);
  });
  const words = document.pageCount
    ? `${document.pageCount} pages`
    : `${document.text.length} characters`;
  await ctx.note("info", `Understood ${words} in ${document.blocks.length} blocks.`);
  const { picturePages = [], pageCount } = document;
  if (picturePages.length > 0) {
    const share = `${picturePages.length} of ${pageCount} pages hold only pictures`;
    await ctx.note("warn", `${share}, of which nothing was read: ${picturePages.join(", ")}.`);
  }
}

async function parse(ctx: JobContext, version: OwnedVersionRow) {
  const password = version.sealedPassword && ctx.ports.vault.open(version.sealedPassword);
  if (!version.blobKey) throw new Error(`source version ${version.id} has no bytes`);
  const bytes = await ctx.ports.blobs.read(version.blobKey);
  const request = { bytes, fileName: version.fileName ?? "", ...(password && { password }) };
  try {
    return await ctx.ports.parse(request, ctx.signal);
  } catch (error) {
    if (error instanceof SourceRejected) {
      throw new DomainError("invalid", error.reason, error.message);
    }
    throw error;
  }
}

/** A page is called as it calls itself, now and when that changes, unless a person has renamed it. */
async function takeTitle(
  tx: TenantTx,
  { sourceId, sourceUrl }: OwnedVersionRow,
  title: string | undefined,
): Promise<void> {
  if (!sourceUrl || !title) return;
  const live = await findLiveVersion(tx, sourceId);
  const replacing = [titleOfUrl(sourceUrl), ...(live?.title ? [cut(live.title)] : [])];
  await adoptTitle(tx, { sourceId, title: cut(title), replacing });
}

function cut(title: string): string {
  return title.slice(0, MAX_TITLE_CHARACTERS).trim();
}
