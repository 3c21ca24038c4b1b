import { openEgress } from "../../egress/open-egress.ts";
import { type Site, startSite } from "../../egress/testing/start-site.ts";
import type { Context } from "../../kernel/context.ts";
import type { Ports } from "../../kernel/ports.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../../testing/open-test-world.ts";
import { createTwin } from "../../twin/create-twin.ts";
import { getSource, listSources } from "../sources.ts";
import { listSyncPages, listSyncs } from "../syncs.ts";

export interface ServedPage {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

export interface SiteWorld extends AsyncDisposable {
  world: TestWorld;
  tenant: TestTenant;
  owner: Context;
  twinId: string;
  site: Site;
  /** What the site answers, by path and query; what is not in here is 404. */
  pages: Map<string, ServedPage>;
  /** Every path that was asked for, in order. */
  asked: string[];
  /** Runs all jobs there are, and those that they ask for. */
  settle(): Promise<void>;
  /** The newest sync's pages as `/path outcome reason`, sorted. */
  report(sourceId: string): Promise<string[]>;
}

/** A web site on loopback that the program may read, and a twin to take it in. */
export async function openSiteWorld(replaced: Partial<Ports> = {}): Promise<SiteWorld> {
  const pages = new Map<string, ServedPage>();
  const asked: string[] = [];
  const site = await startSite(({ url = "", headers }, reply) => {
    asked.push(url);
    const { status = 200, headers: own = {}, body = "" } = pages.get(url) ?? { status: 404 };
    const isSame = own.etag !== undefined && headers["if-none-match"] === own.etag;
    reply.writeHead(isSame ? 304 : status, { "content-type": "text/html", ...own });
    reply.end(isSame ? undefined : body);
  });
  const egress = openEgress({ allow: new Set([site.host]), maxBytes: 1_048_576, paceMs: 0 });
  const world = await openTestWorld({ egress, ...replaced });
  const tenant = await world.newTenant();
  const owner = tenant.as("owner");
  const { id: twinId } = await createTwin.run(owner, { name: "Reader" });
  return {
    ...{ world, tenant, owner, twinId, site, pages, asked },
    async settle() {
      for (let round = 0; round < 5; round += 1) await world.runJobs(tenant);
    },
    async report(sourceId) {
      const { items } = await listSyncs.run(owner, { sourceId, limit: 1 });
      const listed = await listSyncPages.run(owner, { syncId: items[0]!.id, limit: 100 });
      return listed.items
        .map(({ address, outcome, reason }) =>
          [address.replace(site.url, ""), outcome, reason].filter(Boolean).join(" "),
        )
        .sort();
    },
    async [Symbol.asyncDispose]() {
      await world[Symbol.asyncDispose]();
      await site[Symbol.asyncDispose]();
    },
  };
}

export const html = (title: string, text: string, head = "") =>
  `<!doctype html><title>${title}</title>${head}<h1>${title}</h1><p>${text}</p>`;

/** The pages of a collection, by title. */
export async function childrenOf({ owner, twinId }: SiteWorld, parentId: string) {
  const { items } = await listSources.run(owner, { twinId, parentId, limit: 100 });
  return new Map(items.map((source) => [source.title, source]));
}

export const getCollection = ({ owner }: SiteWorld, sourceId: string) =>
  getSource.run(owner, { sourceId });
