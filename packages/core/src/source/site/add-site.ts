import { createHash } from "node:crypto";
import { type CrawlBounds, findSiteId } from "@understudy/db/queries/collections";
import { findSourceBySha256, lockTwinBytes, lockTwinUrl } from "@understudy/db/queries/same-source";
import type { NewSourceVersion } from "@understudy/db/queries/source-versions";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/domain-error.ts";
import { useCase } from "../../kernel/use-case.ts";
import { requireTwin } from "../../twin/twins.ts";
import { addAgain } from "../add-again.ts";
import { makeBlobKey } from "../blob-key.ts";
import { AddedSource } from "../contract.ts";
import { insertStarted } from "../insert-started.ts";
import { requireSource } from "../require-source.ts";
import { titleOfUrl } from "../title-of-url.ts";
import { wholeUrl } from "../whole-url.ts";
import { AddSitemapInput, CrawlInput } from "./contract.ts";
import { normalizeAddress } from "./normalize-address.ts";

/**
 * A site by its first page, as one source whose pages are sources; its job follows the links, breadth
 * first, within the bounds. Refuses with a reason `source.*` what can be seen in the address itself.
 */
export const crawlSite = useCase({
  permission: "source.write",
  input: CrawlInput,
  output: AddedSource,
  run: async (ctx, { twinId, url, ...bounds }) =>
    addSite(ctx, { twinId, url: siteUrl(ctx, url), bounds: { follow: "links", ...bounds } }),
});

/** The pages that a sitemap or a feed gives, or those of a list that someone has at hand. */
export const addSitemap = useCase({
  permission: "source.write",
  input: AddSitemapInput,
  output: AddedSource,
  run: async (ctx, { twinId, url, urls, title, maxPages }) => {
    const bounds = { maxPages, maxDepth: 0, pathPrefix: "/" };
    if (urls) return addList(ctx, { twinId, urls, title, bounds: { follow: "list", ...bounds } });
    const site = {
      twinId,
      url: siteUrl(ctx, url ?? ""),
      bounds: { follow: "sitemap", ...bounds },
    } as const;
    return addSite(ctx, site);
  },
});

function siteUrl({ ports }: Context, typed: string): string {
  const url = ports.egress.judge(wholeUrl(typed));
  return normalizeAddress(url) ?? url;
}

interface NewSite {
  twinId: string;
  url: string;
  bounds: CrawlBounds;
}

/** The same site, read in the same way, is the one that is there. */
function addSite(ctx: Context, { twinId, url, bounds }: NewSite): Promise<AddedSource> {
  return ctx.transaction(async (tx) => {
    await requireTwin(tx, twinId);
    await lockTwinUrl(tx, { twinId, url });
    const present = await findSiteId(tx, { twinId, url, follow: bounds.follow });
    if (present) return addAgain(ctx, tx, await requireSource(tx, present));
    const title = titleOfUrl(url);
    return insertSite(ctx, tx, { twinId, url, title, bounds }, { bytes: null });
  });
}

function insertSite(
  ctx: Context,
  tx: TenantTx,
  { bounds: crawlBounds, ...site }: Omit<NewSite, "url"> & { url: string | null; title: string },
  version: Pick<NewSourceVersion, "fileName" | "bytes">,
): Promise<AddedSource> {
  return insertStarted(ctx, tx, { ...site, kind: "sitemap", crawlBounds }, version);
}

interface NewList extends Omit<NewSite, "url"> {
  urls: readonly string[];
  title: string | undefined;
}

/** The list itself is kept as what the source was made from; a blob that no row came to refer to is dropped. */
async function addList(
  ctx: Context,
  { twinId, urls, title, bounds }: NewList,
): Promise<AddedSource> {
  const addresses = [...new Set(urls.flatMap((url) => normalizeAddress(wholeUrl(url)) ?? []))];
  if (addresses.length === 0) {
    throw new DomainError("invalid", "source.invalid_url", "There is no web address in this list.");
  }
  const bytes = new TextEncoder().encode(`${addresses.join("\n")}\n`);
  const sha256 = createHash("sha256").update(bytes).digest();
  const blobKey = makeBlobKey(ctx.actor.tenantId);
  const received = { sha256, byteSize: bytes.byteLength, mediaType: "text/plain", blobKey };
  let isKept = false;
  await ctx.ports.blobs.put(blobKey, bytes);
  try {
    const added = await ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      await lockTwinBytes(tx, { twinId, sha256 });
      const present = await findSourceBySha256(tx, { twinId, sha256 });
      if (present) return addAgain(ctx, tx, present);
      const site = { twinId, bounds, url: null, title: title ?? titleOfList(addresses) };
      return insertSite(ctx, tx, site, { fileName: "pages.txt", bytes: received });
    });
    isKept = added.duplicateOf === undefined;
    return added;
  } finally {
    if (!isKept) await ctx.ports.blobs.remove(blobKey);
  }
}

function titleOfList(addresses: readonly string[]): string {
  const others = addresses.length - 1;
  const first = titleOfUrl(addresses[0]!);
  return others > 0 ? `${first} and ${others} more` : first;
}
