// pnpm bench widget [--rounds 3]: beside widgets from npm, each in a page of its own, by a processor four times slower
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Browser, Page } from "playwright-core";
import { openChromium } from "../../journeys/open-chromium.ts";
import { teachTwin } from "../../journeys/teach-handbook.ts";
import { signUp } from "../../product/sign-up.ts";
import { startProcess } from "../../product/start-process.ts";
import { provideChromium } from "../../test/provide-chromium.ts";
import { percentile } from "../percentile.ts";
import { measurePage, type Weighed } from "./measure-page.ts";
import { PEERS } from "./peers.ts";
import { servePage } from "./serve-page.ts";
import { unpackPeer } from "./unpack-peer.ts";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "3" } } });
const LAUNCHER = "understudy-chat button.launcher";
const COMPOSER = "understudy-chat textarea";

const chromium = await provideChromium();
if ("unavailable" in chromium) console.log(`widget: skipped, ${chromium.unavailable}`);
else {
  process.env.CHROMIUM_PATH = chromium.path;
  const browser = await openChromium();
  try {
    await measureOurs(browser);
    for (const { packed, name, tag, isThere } of PEERS) {
      await using page = await servePage(await unpackPeer(packed));
      page.place(tag);
      console.log(
        describe(name, await median(() => measurePage(browser, `${page.origin}/`, { isThere }))),
      );
    }
  } finally {
    await browser.close();
  }
}

async function measureOurs(browser: Browser): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "understudy-bench-"));
  const product = await startProcess("all", { DATA_DIR: dataDir, LOG_LEVEL: "error" });
  try {
    await using page = await servePage();
    const owner = await signUp(product.url);
    const question = "What colour is the lighthouse?";
    const twin = { name: "Keeper", starterQuestions: [question] };
    const twinId = await teachTwin(owner, twin, [
      { title: "Light", text: "The lighthouse is white." },
    ]);
    await owner.mutate("release.publish", { twinId });
    const placed = { twinId, name: "Bench", allowedDomains: [page.origin] };
    page.place((await owner.mutate<{ snippet: string }>("widget.create", placed)).snippet);
    const measure = (reach?: (page: Page) => Promise<void>) =>
      median(() =>
        measurePage(browser, `${page.origin}/`, { isThere: LAUNCHER, ...(reach && { reach }) }),
      );
    console.log(describe("understudy, until someone reaches for it", await measure()));
    const open = async (page: Page) => {
      await page.locator(LAUNCHER).click();
      await page.locator(COMPOSER).waitFor();
    };
    console.log(describe("understudy, opened", await measure(open)));
    const ask = async (page: Page) => {
      await open(page);
      await page.getByRole("button", { name: question }).click();
      await page.getByRole("button", { name: /^Source 1/ }).waitFor();
    };
    console.log(describe("understudy, opened and answered", await measure(ask)));
  } finally {
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Figure by figure, of so many fresh browsers. */
async function median(measure: () => Promise<Weighed>): Promise<Weighed> {
  const runs: Weighed[] = [];
  while (runs.length < Number(values.rounds)) runs.push(await measure());
  const names = Object.keys(runs[0]!) as (keyof Weighed)[];
  return Object.fromEntries(
    names.map((name) => [
      name,
      percentile(
        runs.map((run) => run[name]),
        0.5,
      ),
    ]),
  ) as unknown as Weighed;
}

function describe(name: string, weighed: Weighed): string {
  const kilobytes = (bytes: number) => (bytes / 1_000).toFixed(1);
  const { rawBytes, gzipBytes, brotliBytes, requests, requestsBeforePaint } = weighed;
  return [
    name.padEnd(42),
    `${kilobytes(rawBytes)} kB raw`,
    `${kilobytes(gzipBytes)} gzip`,
    `${kilobytes(brotliBytes)} brotli`,
    `${requests} requests, ${requestsBeforePaint} before the first paint`,
    `interactive after ${weighed.interactiveMs.toFixed(0)} ms`,
    `blocked ${weighed.blockingMs.toFixed(0)} ms`,
  ].join(" · ");
}
