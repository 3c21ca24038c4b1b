import type { Status } from "@understudy/core/status/contract";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Meters } from "./meters.ts";

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** What waits and what runs, of all tenants. */
export interface Backlog {
  jobs: readonly { kind: string; status: string; count: number }[];
  oldestDueSeconds: number;
}

export interface PrometheusMeters extends Meters {
  contentType: string;
  /** In the text format of Prometheus. */
  expose(status: Status): Promise<string>;
}

export function openPrometheusMeters(backlog: () => Promise<Backlog>): PrometheusMeters {
  const registers = [new Registry()];
  const [registry] = registers;
  collectDefaultMetrics({ register: registry, prefix: "understudy_" });
  const requests = new Histogram({
    name: "understudy_http_request_seconds",
    help: "Time to the head of a response, by route.",
    labelNames: ["method", "route", "status"],
    buckets: SECONDS,
    registers,
  });
  const jobs = new Histogram({
    name: "understudy_job_attempt_seconds",
    help: "Attempts of jobs, by kind and by how they ended.",
    labelNames: ["kind", "outcome"],
    buckets: [...SECONDS, 300, 900],
    registers,
  });
  const calls = new Histogram({
    name: "understudy_provider_call_seconds",
    help: "Calls of models outside, by provider and by how they ended.",
    labelNames: ["provider", "outcome"],
    buckets: SECONDS,
    registers,
  });
  const tokens = new Counter({
    name: "understudy_provider_tokens_total",
    help: "Tokens that providers said they took.",
    labelNames: ["provider", "direction"],
    registers,
  });
  const showDependencies = gaugeDependencies(registers);
  gaugeBacklog(registers, backlog);
  return {
    contentType: registry!.contentType,
    expose(status) {
      showDependencies(status);
      return registry!.metrics();
    },
    request: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    job: ({ kind, outcome, seconds }) => jobs.observe({ kind, outcome }, seconds),
    call({ provider, outcome, seconds, inputTokens = 0, outputTokens = 0 }) {
      calls.observe({ provider, outcome }, seconds);
      tokens.inc({ provider, direction: "input" }, inputTokens);
      tokens.inc({ provider, direction: "output" }, outputTokens);
    },
  };
}

function gaugeDependencies(registers: Registry[]): (status: Status) => void {
  const up = new Gauge({
    name: "understudy_dependency_up",
    help: "1 when it is well or switched off, 0.5 when it is degraded, 0 when it failed.",
    labelNames: ["name"],
    registers,
  });
  return ({ dependencies }) => {
    for (const { name, state } of dependencies) {
      up.set({ name }, state === "failed" ? 0 : state === "degraded" ? 0.5 : 1);
    }
  };
}

/** Asked for when it is scraped; while the database is away it is left out, as `dependency_up` says. */
function gaugeBacklog(registers: Registry[], backlog: () => Promise<Backlog>): void {
  const ask = () => backlog().catch(() => null);
  new Gauge({
    name: "understudy_oldest_due_job_seconds",
    help: "How long the oldest job that is due has waited.",
    registers,
    async collect() {
      const now = await ask();
      this.reset();
      if (now) this.set(now.oldestDueSeconds);
    },
  });
  new Gauge({
    name: "understudy_jobs",
    help: "Jobs that wait or run, of all tenants.",
    labelNames: ["kind", "status"],
    registers,
    async collect() {
      const now = await ask();
      this.reset();
      for (const { kind, status, count } of now?.jobs ?? []) this.set({ kind, status }, count);
    },
  });
}
