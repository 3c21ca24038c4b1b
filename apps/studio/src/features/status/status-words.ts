import type { StateSpan, Status } from "@understudy/core/status/contract";
import { formatDuration } from "#lib/format-time.ts";

type Dependency = Status["dependencies"][number];

/** What each name of `/readyz` stands for. */
const NAMES: Record<string, string> = {
  database: "Database",
  migrations: "Migrations",
  blobs: "Files",
  queue: "Workers",
  vectors: "Vectors",
  embeddings: "Embeddings",
  reranker: "Reranker",
  chat: "Language model",
  budget: "Budget",
};

export const SPAN_WORDS: Record<StateSpan["state"], string> = {
  ok: "Well",
  off: "Off",
  degraded: "Degraded",
  failed: "Failed",
  unknown: "Not looked at",
};

export function nameOf(name: string): string {
  return NAMES[name] ?? name;
}

/** The whole in one line. */
export function summarize(dependencies: readonly Dependency[]): string {
  const failed = dependencies.filter(({ state }) => state === "failed");
  const degraded = dependencies.filter(({ state }) => state === "degraded");
  const list = (some: readonly Dependency[]) => some.map(({ name }) => nameOf(name)).join(", ");
  if (failed.length > 0) return `Failed: ${list(failed)}`;
  if (degraded.length > 0) return `Degraded: ${list(degraded)}`;
  return "Everything is well";
}

/** What a history bar shows, for those who hear it. */
export function describeSpans(spans: readonly StateSpan[], wellShare: number | null): string {
  if (wellShare === null) return "not looked at in this time";
  const bad = spans.filter(({ state }) => state === "failed" || state === "degraded");
  const times = bad.length === 1 ? "once" : `${bad.length} times`;
  const trouble =
    bad.length === 0
      ? "no trouble"
      : `in trouble ${times}, ${formatDuration(lengthOf(bad))} in all`;
  return `well ${formatShare(wellShare)} of the time, ${trouble}`;
}

export function formatShare(share: number): string {
  if (share === 1) return "100 %";
  return `${Math.min(99.99, share * 100).toFixed(share > 0.99 ? 2 : 1)} %`;
}

export function lengthOf(spans: readonly StateSpan[]): number {
  return spans.reduce((sum, { from, until }) => sum + Date.parse(until) - Date.parse(from), 0);
}
