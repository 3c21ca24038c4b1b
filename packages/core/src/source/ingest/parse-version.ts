import { getSourceVersion, saveParsedVersion } from "@understudy/db/queries/source-versions";
import { SourceRejected } from "@understudy/rag/parse/source-rejected";
import { DomainError } from "../../kernel/domain-error.ts";
import type { JobContext } from "../../kernel/job.ts";

/** Bytes become text and blocks, once: a version that was parsed before is left as it is. */
export async function parseVersion(ctx: JobContext, sourceVersionId: string): Promise<void> {
  const version = await ctx.transaction((tx) => getSourceVersion(tx, sourceVersionId));
  if (version.stage !== "received") return;
  const document = await parse(ctx, version);
  await ctx.fenced((tx) => saveParsedVersion(tx, { sourceVersionId, document }));
  const words = document.pageCount
    ? `${document.pageCount} pages`
    : `${document.text.length} characters`;
  await ctx.note("info", `Understood ${words} in ${document.blocks.length} blocks.`);
}

async function parse(ctx: JobContext, version: Awaited<ReturnType<typeof getSourceVersion>>) {
  const password = version.sealedPassword && ctx.services.vault.open(version.sealedPassword);
  const bytes = await ctx.services.blobs.read(version.blobKey);
  const request = { bytes, fileName: version.fileName ?? "", ...(password && { password }) };
  try {
    return await ctx.services.parse(request, ctx.signal);
  } catch (error) {
    if (error instanceof SourceRejected) {
      throw new DomainError("invalid", error.reason, error.message);
    }
    throw error;
  }
}
