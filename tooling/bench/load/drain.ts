import { setTimeout as delay } from "node:timers/promises";
import { percentile } from "../percentile.ts";
import { tokenMsAt } from "../stream/paced-script.ts";
import { arrive } from "./arrive.ts";
import type { Fleet } from "./open-fleet.ts";
import { countOf, tryAsk } from "./try-ask.ts";

/** As a load balancer goes on sending until it has seen that one leaves. */
const LATE_ASKS = 20;
const LATE_PER_SECOND = 100;
const SECONDS_OPEN = 3;

/** LD10: one that serves is told to stop while so many answers are written there, and another is started. */
export async function measureDrain(fleet: Fleet, streams: number): Promise<string> {
  const [leaving, staying] = fleet.serves;
  await fleet.model.setPace({ firstTokenMs: 100, everyMs: tokenMsAt(20) });
  const ids = await fleet.twin.prepare(streams + LATE_ASKS);
  const at = { ...fleet, serves: [leaving!] };
  const endsMs: number[] = [];
  const ask = async (id: string) => {
    const outcome = await tryAsk(at, id, 0);
    endsMs.push(performance.now());
    return outcome;
  };
  const late = ids.splice(0, LATE_ASKS);
  const open = ids.map(ask);
  await delay(SECONDS_OPEN * 1_000);
  const toldMs = performance.now();
  leaving!.kill("SIGTERM");
  const asked = arrive({ perSecond: LATE_PER_SECOND, count: LATE_ASKS }, (index) =>
    tryAsk(at, late[index] ?? "", 0),
  );
  const outcomes = await Promise.all(open);
  const { code } = await leaving!.ended;
  const goneSeconds = (performance.now() - toldMs) / 1_000;
  const lateBroken = countOf(await asked, "broken");
  const startedMs = performance.now();
  fleet.serves.splice(0, 2, await fleet.start("serve"), staying!);
  const startSeconds = (performance.now() - startedMs) / 1_000;
  const lastSeconds = (percentile(endsMs, 100) - toldMs) / 1_000;
  return [
    `told to stop with ${streams} answers open`,
    `${countOf(outcomes, "answered")} whole, ${countOf(outcomes, "refused")} refused, ${countOf(outcomes, "broken")} broken`,
    `the last of them ended after ${lastSeconds.toFixed(1)} s, it was gone after ${goneSeconds.toFixed(1)} s with code ${code}`,
    `of ${LATE_ASKS} asked while it left ${lateBroken} got no reply`,
    `another one ready after ${startSeconds.toFixed(1)} s`,
  ].join(" · ");
}
