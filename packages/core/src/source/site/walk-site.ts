import { TurnOver } from "../../kernel/job.ts";
import type { Exhausted } from "./crawl-budget.ts";
import { normalizeAddress } from "./normalize-address.ts";
import type { ReadPage } from "./read-page.ts";
import { visitPage } from "./visit-page.ts";
import type { Walk } from "./walk.ts";

/** A site of thousands of pages leaves its place to other work so often. */
const TURN_MS = 120_000;

/**
 * Looks at every page that was found, those nearest to the first page first, until there is none left
 * or the walk's budget is spent: then gives what is left, and why.
 */
export async function walkSite(
  walk: Walk,
  report: (fraction: number) => Promise<void>,
): Promise<{ left: string[]; reason: Exhausted | undefined }> {
  const { frontier, budget, run, bounds } = walk;
  const left: string[] = [];
  let reason: Exhausted | undefined;
  let count = 0;
  const turnOverAtMs = performance.now() + TURN_MS;
  for (let found = frontier.next(); found; found = frontier.next()) {
    run.ctx.signal.throwIfAborted();
    reason ??= budget.exhausted();
    if (reason) {
      left.push(found.address);
      continue;
    }
    const page = await visitPage(walk, found);
    if (page && bounds.follow === "links") follow(walk, page, found.depth);
    count += 1;
    if (performance.now() > turnOverAtMs) throw new TurnOver("a crawl gives its place to others");
    await report(Math.min(1, count / Math.min(bounds.maxPages, frontier.size)));
  }
  return { left, reason };
}

function follow({ bounds, frontier, scope }: Walk, page: ReadPage, depth: number): void {
  const base = URL.parse(page.outline.baseUrl ?? "", page.url)?.href ?? page.url;
  for (const { href, isNofollow } of page.outline.links) {
    const address = normalizeAddress(href, base);
    if (!address || frontier.knows(address)) continue;
    const reason = scope.judge(address);
    if (reason === "other_host") continue;
    if (reason) frontier.decline(address, reason);
    else if (page.isNofollow || isNofollow) frontier.decline(address, "nofollow");
    else if (depth >= bounds.maxDepth) frontier.decline(address, "depth");
    else frontier.add({ address, depth: depth + 1 });
  }
}
