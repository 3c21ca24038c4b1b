import { setImmediate } from "node:timers/promises";
import { sliceSegments } from "@understudy/rag/index/slice-segments";
import { createTwinIndex, type TwinIndex } from "@understudy/rag/index/twin-index";
import type { NamedSegment } from "./make-segments.ts";

export interface LoadFigures {
  index: TwinIndex;
  cpuSeconds: number;
  wallSeconds: number;
  longestPauseMs: number;
}

/** Loads a twin as the server does, slice by slice, from segments that are already read. */
export async function measureLoad(segments: readonly NamedSegment[]): Promise<LoadFigures> {
  const before = process.cpuUsage();
  const startedMs = performance.now();
  const index = createTwinIndex();
  let longestPauseMs = 0;
  for (const slice of sliceSegments(segments)) {
    const sliceMs = performance.now();
    index.addAll(slice);
    longestPauseMs = Math.max(longestPauseMs, performance.now() - sliceMs);
    await setImmediate();
  }
  const { user, system } = process.cpuUsage(before);
  const wallSeconds = (performance.now() - startedMs) / 1_000;
  return { index, cpuSeconds: (user + system) / 1e6, wallSeconds, longestPauseMs };
}
