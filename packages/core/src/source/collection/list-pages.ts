import { listChildren } from "@understudy/db/queries/collections";
import type { CollectionRun } from "./open-collection-run.ts";

/** The addresses that a site has as sources now, one a line. */
export async function listPages({ ctx, collection }: CollectionRun): Promise<string> {
  const children = await ctx.transaction((tx) => listChildren(tx, collection.id));
  const addresses = children.filter(({ isRemoved }) => !isRemoved).map(({ address }) => address);
  return `${addresses.sort().join("\n")}\n`;
}
