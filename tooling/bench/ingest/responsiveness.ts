import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Session } from "../../product/session.ts";
import { signUp } from "../../product/sign-up.ts";
import { startProcess } from "../../product/start-process.ts";
import { percentile } from "../percentile.ts";

const IDLE_MS = 3_000;
const PROBE_EVERY_MS = 10;

const { values } = parseArgs({ options: { file: { type: "string" } } });
if (!values.file) throw new Error("responsiveness --file FILE");

/** One program on the embedded engine, probed while it takes in a file: `/healthz` waits for the event loop and nothing else. */
const dataDir = mkdtempSync(join(tmpdir(), "understudy-bench-"));
const product = await startProcess("all", { DATA_DIR: dataDir, LOG_LEVEL: "error" });
try {
  const session = await signUp(product.url);
  const twin = await session.mutate<{ id: string }>("twin.create", { name: "Bench" });
  const idle = await probe(delay(IDLE_MS));
  const startedMs = performance.now();
  const busy = await probe(takeIn(session, twin.id, values.file));
  const seconds = (performance.now() - startedMs) / 1_000;
  console.log(
    `\n${basename(values.file)} live after ${seconds.toFixed(1)} s; waiting for the event loop, ms`,
  );
  for (const [name, waits] of Object.entries({ idle, ingesting: busy }))
    console.log(tell(name, waits));
  console.log(`peak memory of the program: ${peakMegabytes(product.pid).toFixed(0)} MB`);
} finally {
  await product.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function probe(work: Promise<unknown>): Promise<number[]> {
  const waits: number[] = [];
  let running = true;
  const ended = work.finally(() => {
    running = false;
  });
  while (running) {
    const startedMs = performance.now();
    await (await fetch(`${product.url}/healthz`)).arrayBuffer();
    waits.push(performance.now() - startedMs);
    await delay(PROBE_EVERY_MS);
  }
  await ended;
  return waits;
}

async function takeIn(session: Session, twinId: string, file: string): Promise<void> {
  const form = new FormData();
  form.append("files", new Blob([readFileSync(file)]), basename(file));
  const reply = await session.post(`/api/twins/${twinId}/sources`, form);
  const { sources } = (await reply.json()) as { sources: { id: string }[] };
  for (;;) {
    const source = await session.query<{ status: string }>("source.get", {
      sourceId: sources[0]!.id,
    });
    if (source.status === "live") return;
    if (source.status === "failed") throw new Error(`${file} was refused`);
    await delay(100);
  }
}

function tell(name: string, waits: readonly number[]): string {
  const [p50, p95, max] = [50, 95, 100].map((p) => percentile(waits, p).toFixed(1));
  return `${name.padEnd(10)} p50 ${p50} · p95 ${p95} · longest ${max}`;
}

function peakMegabytes(pid: number): number {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1_024;
}
