import { fileURLToPath } from "node:url";
import { makeBackup } from "@understudy/core/backup/make-backup";
import { startWorker } from "@understudy/core/job/start-worker";
import { keepHealth } from "@understudy/core/status/keep-health";
import { Hono } from "hono";
import { compose } from "./compose.ts";
import { appUrlOf, type Environment } from "./env.ts";
import { createApp } from "./http/app.ts";
import { healthRoutes } from "./http/health-routes.ts";
import { type Fetch, listen, refuseTakenPort } from "./http/listen.ts";
import { metricsRoute } from "./http/metrics-route.ts";
import type { Mode } from "./mode.ts";
import type { Resources } from "./resources.ts";
import { startBackups } from "./scheduled-backups.ts";
import { findKeptSecret } from "./secret.ts";
import { StartRefused } from "./start-refused.ts";
import { observeJobs } from "./telemetry/observe-job.ts";

const STUDIO_DIR = fileURLToPath(new URL("../../studio/dist", import.meta.url));
const WIDGET_DIR = fileURLToPath(new URL("../../widget/dist", import.meta.url));
/** What started requests and answers are given to finish before they are broken off. */
const GRACE_MS = 20_000;

/** Runs until asked to stop, then leaves in order: not ready, requests, jobs, resources. */
export async function runProgram(mode: Mode, env: Environment, stop: AbortSignal): Promise<void> {
  if (mode !== "all" && !env.DATABASE_URL) {
    throw new StartRefused(
      `The mode ${mode} needs DATABASE_URL: the embedded database has one process.`,
    );
  }
  const address = { host: env.HOST, port: mode === "work" ? env.WORKER_PORT : env.PORT };
  await refuseTakenPort(address);
  await using opened = new AsyncDisposableStack();
  const draining = new AbortController();
  const halting = new AbortController();
  const resources = await compose(env, {
    stack: opened,
    draining: draining.signal,
    halting: halting.signal,
  });
  const server = await listen(doorsOf(mode, resources), address);
  opened.defer(() => server.cut());
  await openMetricsPort(resources, opened);
  startScheduledBackups(resources, opened);
  const worker =
    mode === "serve" ? null : await startWorker(resources, observeJobs(resources.telemetry));
  const { db, log, readiness } = resources;
  const health = keepHealth({ db, log, status: () => readiness.status() });
  announce(mode, env, server.port);
  await stopped(stop);
  log.info({}, "stopping");
  readiness.drain();
  draining.abort();
  const timer = setTimeout(() => {
    halting.abort();
    server.cut();
  }, GRACE_MS);
  await Promise.all([server.close(), worker?.stop(), health.stop()]);
  clearTimeout(timer);
}

async function openMetricsPort(resources: Resources, opened: AsyncDisposableStack): Promise<void> {
  const { HOST: host, METRICS_PORT: port } = resources.env;
  if (port === undefined) return;
  const { fetch } = new Hono().route("/", metricsRoute(resources));
  const server = await listen(fetch, { host, port });
  opened.defer(() => server.cut());
}

function startScheduledBackups(
  { env, db, ports, log }: Resources,
  opened: AsyncDisposableStack,
): void {
  const { BACKUP_DIR: folder, BACKUP_EVERY_HOURS: everyHours, BACKUP_KEEP: keep } = env;
  if (!folder) return;
  const make = async (path: string) =>
    makeBackup(path, { db, blobs: ports.blobs, secret: await findKeptSecret(env) });
  opened.defer(startBackups({ folder, everyHours, keep, log, make }));
}

function doorsOf(mode: Mode, resources: Resources): Fetch {
  const { env, readiness } = resources;
  if (mode === "work") {
    const doors = new Hono().route("/", healthRoutes(readiness));
    return doors.route("/", metricsRoute(resources, env.METRICS_TOKEN)).fetch;
  }
  return createApp(resources, {
    appUrl: new URL(appUrlOf(env)),
    studioDir: STUDIO_DIR,
    widgetDir: WIDGET_DIR,
  }).fetch;
}

function announce(mode: Mode, env: Environment, port: number): void {
  const local = `http://${urlHost(env.HOST)}:${port}`;
  console.log(
    mode === "work"
      ? `Understudy works, its health is on ${local}/readyz`
      : `Understudy is ready on ${env.APP_URL ?? local}`,
  );
}

function urlHost(host: string): string {
  if (host === "0.0.0.0" || host === "::" || host === "127.0.0.1") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

function stopped(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener("abort", () => resolve(), { once: true });
  });
}
