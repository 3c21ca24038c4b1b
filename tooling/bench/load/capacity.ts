import { setTimeout as delay } from "node:timers/promises";
import { processUse } from "../stream/process-use.ts";
import type { Fleet } from "./open-fleet.ts";
import { tryAsk } from "./try-ask.ts";

/** More and more callers at once, until one more step answers hardly more. */
const AT_ONCE = [8, 16, 32, 64, 128];
const HARDLY = 1.05;
const BACK_OFF_MS = 250;
/** So many are made before the clock starts that none runs short of conversations. */
const MOST_PER_SECOND = 150;

export interface Capacity {
  perSecond: number;
  /** Of the processes that serve, for one answer. */
  cpuMs: number;
}

/** The most answers a second that so many callers get, each of whom asks again once it was answered. */
export async function measureCapacity(
  fleet: Fleet,
  { pool, seconds }: { pool: string[]; seconds: number },
): Promise<Capacity> {
  let most: Capacity = { perSecond: 0, cpuMs: 0 };
  for (const atOnce of AT_ONCE) {
    const found = await measureRate(fleet, { atOnce, seconds, pool });
    if (found.perSecond < most.perSecond * HARDLY) return most;
    most = found;
  }
  return most;
}

/** Of the processes that serve, so far. */
export function cpuOf({ serves }: Fleet): number {
  return serves.reduce((sum, { pid }) => sum + processUse(pid).cpuMs, 0);
}

async function measureRate(
  fleet: Fleet,
  { atOnce, seconds, pool: ids }: { atOnce: number; seconds: number; pool: string[] },
): Promise<Capacity> {
  const missing = Math.ceil(MOST_PER_SECOND * seconds) - ids.length;
  ids.push(...(await fleet.twin.prepare(missing)));
  const cpuBefore = cpuOf(fleet);
  const startedMs = performance.now();
  const untilMs = startedMs + seconds * 1_000;
  let answered = 0;
  let inTime = 0;
  const caller = async (_: unknown, at: number) => {
    while (performance.now() < untilMs) {
      const id = ids.pop();
      if (id === undefined) throw new Error("more is answered than was prepared for");
      const { kind } = await tryAsk(fleet, id, at);
      if (kind === "answered") answered += 1;
      if (kind === "answered" && performance.now() < untilMs) inTime += 1;
      if (kind === "refused") await delay(BACK_OFF_MS);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, caller));
  return { perSecond: inTime / seconds, cpuMs: (cpuOf(fleet) - cpuBefore) / answered };
}
