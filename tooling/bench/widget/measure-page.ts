import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Browser, Page, Response } from "playwright-core";
import type { Subject } from "./peers.ts";

const SLOWER = 4;
const QUIET_MS = 1_500;

export interface Weighed {
  rawBytes: number;
  gzipBytes: number;
  brotliBytes: number;
  requests: number;
  /** Begun before the first paint. */
  requestsBeforePaint: number;
  /** From the start of the page until it can be reached for and nothing holds the page up any more. */
  interactiveMs: number;
  /** Of tasks above 50 ms, what is above them. */
  blockingMs: number;
}

/** What the tag of a page brings with it, in a fresh browser with a slower processor; `reach` uses the widget first. */
export async function measurePage(
  browser: Browser,
  url: string,
  { isThere, reach }: Pick<Subject, "isThere"> & { reach?: (page: Page) => Promise<void> },
): Promise<Weighed> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  try {
    const page = await context.newPage();
    const replies: Response[] = [];
    page.on("response", (reply) => reply.url() !== url && replies.push(reply));
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.addInitScript(WATCH);
    await page.goto(url);
    await page.locator(isThere).first().waitFor({ state: "visible" });
    await page.evaluate("bench.thereMs ??= performance.now()");
    await reach?.(page);
    await page.waitForFunction(`performance.now() - bench.lastBusyMs() > ${QUIET_MS}`);
    return { ...(await weigh(replies)), ...(await page.evaluate<Timings>("bench.read()")) };
  } finally {
    await context.close();
  }
}

type Sizes = Pick<Weighed, "rawBytes" | "gzipBytes" | "brotliBytes" | "requests">;
type Timings = Omit<Weighed, keyof Sizes>;

/** As a server that compresses well would send them, whatever this one did. */
async function weigh(replies: readonly Response[]): Promise<Sizes> {
  const sizes = { rawBytes: 0, gzipBytes: 0, brotliBytes: 0, requests: replies.length };
  for (const reply of replies) {
    if (
      !["script", "stylesheet", "fetch", "font", "image"].includes(reply.request().resourceType())
    )
      continue;
    const body = await reply.body().catch(() => Buffer.alloc(0));
    sizes.rawBytes += body.length;
    sizes.gzipBytes += gzipSync(body, { level: 9 }).length;
    sizes.brotliBytes += brotliCompressSync(body).length;
  }
  return sizes;
}

const WATCH = `
  window.bench = {
    tasks: [],
    thereMs: undefined,
    lastBusyMs: () => Math.max(bench.thereMs ?? 0, ...bench.tasks.map((it) => it.startTime + it.duration)),
    read() {
      const paintMs = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
      const loaded = performance.getEntriesByType("resource");
      return {
        requestsBeforePaint: loaded.filter((it) => it.startTime < paintMs).length,
        interactiveMs: bench.lastBusyMs(),
        blockingMs: bench.tasks.reduce((sum, it) => sum + it.duration - 50, 0),
      };
    },
  };
  new PerformanceObserver((list) => bench.tasks.push(...list.getEntries())).observe({ type: "longtask", buffered: true });
`;
