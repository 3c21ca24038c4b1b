import type { CrawlBounds } from "@understudy/db/queries/collections";

/** Why no further page is looked at. */
export type Exhausted = "limit" | "time" | "unreachable" | "retry_later";

export interface CrawlBudget {
  exhausted(): Exhausted | undefined;
  noteFetch(outcome: { byteSize: number } | "unavailable" | "refused"): void;
  noteKept(): void;
  /** The server asks us to stay away for longer than a crawl waits. */
  noteSentAway(): void;
}

const LONGEST_MS = 4 * 3_600_000;
const MAX_BYTES = 1_073_741_824;
/** Pages that are not kept cost their server as much. */
const FETCHES_A_PAGE = 3;
const MORE_FETCHES = 50;
const MAX_FAILURES_IN_A_ROW = 8;

/**
 * Ends a crawl by what was kept, what was asked for, its bytes, its time, and a server that is down;
 * what earlier attempts have settled counts.
 */
export function createCrawlBudget(
  { maxPages }: Pick<CrawlBounds, "maxPages">,
  { startedAt, settledCount }: { startedAt: Date; settledCount: number },
): CrawlBudget {
  let kept = 0;
  let fetches = settledCount;
  let bytes = 0;
  let failures = 0;
  let isSentAway = false;
  return {
    exhausted() {
      if (isSentAway) return "retry_later";
      if (kept >= maxPages || fetches >= maxPages * FETCHES_A_PAGE + MORE_FETCHES) return "limit";
      if (bytes >= MAX_BYTES) return "limit";
      if (failures >= MAX_FAILURES_IN_A_ROW) return "unreachable";
      return Date.now() - startedAt.getTime() > LONGEST_MS ? "time" : undefined;
    },
    noteFetch(outcome) {
      fetches += 1;
      failures = outcome === "unavailable" ? failures + 1 : 0;
      if (typeof outcome === "object") bytes += outcome.byteSize;
    },
    noteKept() {
      kept += 1;
    },
    noteSentAway() {
      isSentAway = true;
    },
  };
}
