import type { Context } from "../../kernel/context.ts";
import { listSitemap } from "../site/list-sitemap.ts";

/** A page is asked for every quarter of a second at most, and read while the next one comes. */
export const SECONDS_A_PAGE = 0.5;
const BOUNDS = { maxAddresses: 100_000, maxFiles: 5 };

/** How many pages it gives, as far as its first files tell. */
export async function lookAtSitemap(ctx: Context, url: string) {
  const { addresses } = await listSitemap(ctx, url, BOUNDS);
  return {
    url,
    pageCount: addresses.length,
    estimatedSeconds: Math.ceil(addresses.length * SECONDS_A_PAGE),
  };
}
