import type { CrawlBounds } from "@understudy/db/queries/collections";
import type { CollectionRun } from "../collection/open-collection-run.ts";
import { type CrawlBudget, createCrawlBudget } from "./crawl-budget.ts";
import { createRobotsCache } from "./fetch-robots.ts";
import { createFrontier, type Frontier } from "./frontier.ts";
import type { Robots } from "./read-robots.ts";
import { createSiteScope, type SiteScope } from "./site-scope.ts";

/** All that one walk over a site knows. */
export interface Walk {
  readonly run: CollectionRun;
  readonly bounds: CrawlBounds;
  readonly scope: SiteScope;
  readonly frontier: Frontier;
  readonly budget: CrawlBudget;
  readonly robotsOf: (address: string) => Promise<Robots>;
  readonly excluded: ReadonlySet<string>;
  /** The page that the site is known by; undefined where the pages come from a list. */
  readonly start: string | undefined;
}

/** What a walk remembers of a site at most, however many addresses that makes up. */
export const MAX_FOUND = 10_000;

export function openWalk(run: CollectionRun): Walk {
  const { url, crawlBounds: bounds } = run.collection;
  if (!bounds) throw new Error(`source ${run.collection.id} is not a site`);
  const isCrawl = bounds.follow === "links";
  const hosts = url && bounds.follow !== "list" ? [new URL(url).host] : null;
  return {
    run,
    bounds,
    scope: createSiteScope(bounds, hosts),
    frontier: createFrontier(MAX_FOUND),
    budget: createCrawlBudget(bounds, {
      startedAt: run.sync.createdAt,
      settledCount: run.recorded.size,
    }),
    robotsOf: createRobotsCache(run.ctx),
    excluded: new Set(bounds.excluded),
    start: isCrawl && url ? url : undefined,
  };
}
