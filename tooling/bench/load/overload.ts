import { percentile } from "../percentile.ts";
import { arrive } from "./arrive.ts";
import { cpuOf, measureCapacity } from "./capacity.ts";
import type { Fleet } from "./open-fleet.ts";
import { countOf, type Outcome, tryAsk } from "./try-ask.ts";

/** An answer that comes later is none. */
const IN_TIME_MS = 5_000;
/** Long enough that without shedding answers come too late. */
const OVER_SECONDS = 12;
/** The first answers are on their way still. */
const FROM_SECONDS = 2;
const RATE_SECONDS = 4;
const PROBES = 200;

/** LD4: how many answers come in time at the capacity, and at twice what it can. */
export async function measureOverload(fleet: Fleet): Promise<string> {
  await fleet.model.setPace({ firstTokenMs: 0, everyMs: 0 });
  const pool: string[] = [];
  const capacity = await measureCapacity(fleet, { pool, seconds: RATE_SECONDS });
  const perSecond = 2 * capacity.perSecond;
  const seconds = OVER_SECONDS;
  const ids = await fleet.twin.prepare(Math.ceil(perSecond * seconds));
  const probes = await fleet.twin.prepare(PROBES);
  const cpuBefore = cpuOf(fleet);
  const startedMs = performance.now();
  const outcomes = await arrive({ perSecond, count: ids.length }, (index) =>
    tryAsk(fleet, ids[index] ?? "", index),
  );
  const cpuMs = (cpuOf(fleet) - cpuBefore) / countOf(outcomes, "answered");
  const recoveredSeconds = await untilWell(fleet, { probes, capacity: capacity.perSecond });
  const after = await measureCapacity(fleet, { pool, seconds: RATE_SECONDS });
  const good = outcomes.filter(
    ({ kind, ms, endedMs }) =>
      kind === "answered" &&
      ms <= IN_TIME_MS &&
      endedMs > startedMs + FROM_SECONDS * 1_000 &&
      endedMs <= startedMs + seconds * 1_000,
  );
  const goodput = good.length / (seconds - FROM_SECONDS);
  const share = (200 * goodput) / (capacity.perSecond + after.perSecond);
  return [
    `capacity ${capacity.perSecond.toFixed(0)} answers/s before and ${after.perSecond.toFixed(0)} after`,
    `at ${perSecond.toFixed(0)}/s ${goodput.toFixed(0)}/s in time (${share.toFixed(0)} % of their mean)`,
    `an answer took ${capacity.cpuMs.toFixed(1)} ms of the serving CPU, and ${cpuMs.toFixed(1)} with all that was refused`,
    tellTimes("answered", outcomes),
    tellTimes("refused", outcomes),
    `${outcomes.filter(isRude).length} refusals that do not say when to come again`,
    `broken ${countOf(outcomes, "broken")} of ${outcomes.length}`,
    `well again ${recoveredSeconds.toFixed(1)} s after it`,
  ].join(" · ");
}

function tellTimes(kind: Outcome["kind"], outcomes: readonly Outcome[]): string {
  const times = outcomes.filter((outcome) => outcome.kind === kind).map(({ ms }) => ms);
  if (times.length === 0) return `${kind} none`;
  const [half, most] = [50, 95].map((p) => percentile(times, p).toFixed(0));
  return `${kind} ${times.length}, p50 ${half} and p95 ${most} ms`;
}

function isRude({ kind, retryAfterSeconds }: Outcome): boolean {
  return kind === "refused" && retryAfterSeconds === null;
}

/** Until one question takes no longer than four times its share of the capacity, or a second. */
async function untilWell(
  fleet: Fleet,
  { probes, capacity }: { probes: string[]; capacity: number },
): Promise<number> {
  const startedMs = performance.now();
  for (let id = probes.pop(); id !== undefined; id = probes.pop()) {
    const { kind, ms } = await tryAsk(fleet, id, 0);
    if (kind === "answered" && ms < Math.max(1_000, 4_000 / capacity)) {
      return (performance.now() - startedMs - ms) / 1_000;
    }
  }
  throw new Error("not well again");
}
