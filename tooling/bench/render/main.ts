// pnpm bench render [--characters 2800] [--chunks 700] [--rounds 3]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import react from "@vitejs/plugin-react";
import type { Page } from "playwright-core";
import { build, type PreviewServer, preview } from "vite";
import { openChromium } from "../../journeys/open-chromium.ts";
import { provideChromium } from "../../test/provide-chromium.ts";
import { percentile } from "../percentile.ts";
import { makeAnswer } from "./make-answer.ts";

const { values } = parseArgs({
  options: {
    characters: { type: "string", default: "2800" },
    chunks: { type: "string", default: "700" },
    rounds: { type: "string", default: "3" },
  },
});
const [characters, chunks, rounds] = [values.characters, values.chunks, values.rounds].map(
  Number,
) as [number, number, number];
const chromium = await provideChromium();
if ("unavailable" in chromium) {
  console.log(`render: skipped, ${chromium.unavailable}`);
} else {
  process.env.CHROMIUM_PATH = chromium.path;
  await measureBoth();
}

async function measureBoth() {
  const outDir = mkdtempSync(join(tmpdir(), "understudy-render-"));
  const root = join(import.meta.dirname, "page");
  const settings = {
    configFile: false,
    root,
    logLevel: "warn",
    build: { outDir, emptyOutDir: true },
  } as const;
  await build({ ...settings, plugins: [react()] });
  const server = await preview({ ...settings, preview: { port: 0, host: "127.0.0.1" } });
  const browser = await openChromium();
  try {
    const page = await browser.newPage();
    console.log(
      `one answer of ${characters} characters in ${chunks} chunks, milliseconds of the main thread's processor`,
    );
    const ours = await measure(page, server, "understudy");
    const floor = await measure(page, server, "plain text");
    const peers = await measure(page, server, "react-markdown");
    console.log(
      `ours to react-markdown ${(ours / peers).toFixed(3)} · plain text to it ${(floor / peers).toFixed(3)}`,
    );
  } finally {
    await browser.close();
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}

/** The best of the rounds, each on a fresh page; the first warms the machine up. */
async function measure(page: Page, server: PreviewServer, name: string): Promise<number> {
  const runs = [];
  for (let round = 0; round < rounds; round += 1) runs.push(await drawOnce(page, server, name));
  const best = runs.reduce((a, b) => (a.totalMs < b.totalMs ? a : b));
  const updates = [50, 99].map(
    (share: number) => `p${share} ${percentile(best.updatesMs, share).toFixed(2)}`,
  );
  const parts = [
    `main thread ${best.totalMs.toFixed(0)}`,
    `of it updates ${best.inUpdatesMs.toFixed(0)}`,
    `one update ${updates.join(", ")}`,
  ];
  console.log(`${name}: ${parts.join(" · ")}`);
  return best.totalMs;
}

async function drawOnce(page: Page, server: PreviewServer, name: string) {
  await page.goto(server.resolvedUrls?.local[0] ?? "");
  const devtools = await page.context().newCDPSession(page);
  // The processor's time: on a machine that others use, a task's length says little.
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  const read = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return new Map(metrics.map((metric) => [metric.name, metric.value * 1_000]));
  };
  const before = await read();
  const call = `draw(${JSON.stringify(name)}, ${JSON.stringify(makeAnswer(characters))}, ${chunks})`;
  const updatesMs = await page.evaluate<number[]>(call);
  const after = await read();
  const spent = (metric: string) => (after.get(metric) ?? 0) - (before.get(metric) ?? 0);
  const inUpdatesMs = updatesMs.reduce((sum, time) => sum + time, 0);
  return { updatesMs, inUpdatesMs, totalMs: spent("TaskDuration") };
}
