import { SourceRejected } from "@understudy/rag/parse/source-rejected";
import type { Context } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/domain-error.ts";
import { fetchRobots } from "../site/fetch-robots.ts";
import { listSitemap } from "../site/list-sitemap.ts";
import { normalizeAddress } from "../site/normalize-address.ts";
import { refuseDisallowed } from "../site/refuse-disallowed.ts";
import { lookAtPage } from "./look-at-page.ts";
import { SECONDS_A_PAGE } from "./look-at-sitemap.ts";

/** Its first page, whether robots.txt lets it be read, and how many pages its sitemap gives, if it has one. */
export async function lookAtSite(ctx: Context, url: string) {
  const { origin } = new URL(url);
  const robots = await fetchRobots(ctx, origin);
  refuseDisallowed(robots, url);
  const page = await lookAtPage(ctx, url);
  const declared = normalizeAddress(robots.sitemaps[0] ?? "/sitemap.xml", origin);
  const pageCount = declared ? await countPages(ctx, declared) : null;
  const delaySeconds = Math.max(SECONDS_A_PAGE, robots.delayMs / 1_000);
  return { ...page, pageCount, estimatedSeconds: pageCount && Math.ceil(pageCount * delaySeconds) };
}

async function countPages(ctx: Context, url: string): Promise<number | null> {
  try {
    const bounds = { maxAddresses: 100_000, maxFiles: 3 };
    return (await listSitemap(ctx, url, bounds)).addresses.length;
  } catch (error) {
    ctx.signal.throwIfAborted();
    if (error instanceof DomainError || error instanceof SourceRejected) return null;
    throw error;
  }
}
