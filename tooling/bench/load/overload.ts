import { percentile } from "../percentile.ts";
import { Refused } from "../stream/read-stream.ts";
import { arrive } from "./arrive.ts";
import type { Fleet } from "./open-fleet.ts";

const AT_ONCE = 32;
/** An answer that comes later is none. */
const IN_TIME_MS = 5_000;

interface Outcome {
  ms: number;
  isRefused: boolean;
}

/** LD4: how many answers come in time at the capacity, and at twice what it can. */
export async function measureOverload(fleet: Fleet, seconds: number): Promise<string> {
  await fleet.model.setPace({ firstTokenMs: 0, everyMs: 0 });
  await fleet.twin.prepare(0);
  const capacity = await measureCapacity(fleet, seconds);
  const ids = await fleet.twin.prepare(Math.ceil(2 * capacity * seconds));
  const outcomes = await arrive({ perSecond: 2 * capacity, seconds }, (index) =>
    ask(fleet, ids[index] ?? "", index),
  );
  const good = outcomes.filter(({ ms, isRefused }) => !isRefused && ms <= IN_TIME_MS);
  const refused = outcomes.filter(({ isRefused }) => isRefused).map(({ ms }) => ms);
  const recoveredMs = await untilWell(fleet, capacity);
  const goodput = good.length / seconds;
  return [
    `capacity ${capacity.toFixed(0)} answers/s`,
    `at twice that ${goodput.toFixed(0)}/s in time (${((goodput / capacity) * 100).toFixed(0)} %)`,
    refused.length > 0
      ? `refused ${refused.length} of ${outcomes.length}, p95 ${percentile(refused, 95).toFixed(0)} ms`
      : `refused none of ${outcomes.length}`,
    `well again ${(recoveredMs / 1_000).toFixed(1)} s after it`,
  ].join(" · ");
}

async function measureCapacity(fleet: Fleet, seconds: number): Promise<number> {
  const endsAtMs = performance.now() + seconds * 1_000;
  let answered = 0;
  const worker = async (_: unknown, at: number) => {
    while (performance.now() < endsAtMs) {
      const [id = ""] = await fleet.twin.prepare(1);
      if (!(await ask(fleet, id, at)).isRefused) answered += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return answered / seconds;
}

/** Until one question takes no longer than four times its share of the capacity, or a second. */
async function untilWell(fleet: Fleet, capacity: number): Promise<number> {
  const startedMs = performance.now();
  for (;;) {
    const [id = ""] = await fleet.twin.prepare(1);
    const { ms, isRefused } = await ask(fleet, id, 0);
    if (!isRefused && ms < Math.max(1_000, 4_000 / capacity)) {
      return performance.now() - startedMs - ms;
    }
  }
}

async function ask({ twin, serves }: Fleet, id: string, index: number): Promise<Outcome> {
  const sentMs = performance.now();
  try {
    await twin.ask(id, serves[index % serves.length]?.url);
    return { ms: performance.now() - sentMs, isRefused: false };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ms: performance.now() - sentMs, isRefused: true };
  }
}
