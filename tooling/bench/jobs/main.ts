// pnpm bench jobs [--sends 200] [--backlog 10000]
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { onServer } from "../on-server.ts";
import { percentile } from "../percentile.ts";
import { type Drained, drainOurs, drainRaw } from "./drain.ts";
import { timeBeside } from "./fairness.ts";
import { openBench } from "./open-bench.ts";
import { timeSends } from "./send.ts";
import { timeReads } from "./time-reads.ts";

const IDLE_MS = 3_000;
const WARM_UP = 2_000;

const { values } = parseArgs({
  options: {
    sends: { type: "string", default: "200" },
    backlog: { type: "string", default: "10000" },
  },
});
const sends = Number(values.sends);
const backlog = Number(values.backlog);

await onServer(show);

async function show() {
  await using bench = await openBench();
  const { ours, raw } = await timeSends(bench, sends);
  const line = (name: string, values: readonly number[]) =>
    console.log(
      `${name}: p50 ${percentile(values, 50).toFixed(2)} · p95 ${percentile(values, 95).toFixed(2)} ms`,
    );
  console.log(`send to start, ${sends} times when idle`);
  line("understudy", ours);
  line("raw NOTIFY", raw);
  console.log(`p95 ratio ${(percentile(ours, 95) / percentile(raw, 95)).toFixed(2)} (goal 2.00)`);

  // As workers are that have run for a while: both know their code and their statements by then.
  for (const drain of [drainOurs, drainRaw]) await drain(bench, WARM_UP);
  const drained = { ours: await drainOurs(bench, backlog), raw: await drainRaw(bench, backlog) };
  const rate = ({ seconds }: Drained) => Math.round(backlog / seconds);
  const cost = ({ cpu }: Drained) =>
    cpu === undefined ? "" : ` with ${((cpu * 1_000) / backlog).toFixed(2)} ms of CPU each`;
  console.log(`\na backlog of ${backlog}, 4 at a time`);
  console.log(`understudy: ${rate(drained.ours)}/s${cost(drained.ours)}`);
  console.log(`raw SKIP LOCKED: ${rate(drained.raw)}/s${cost(drained.raw)}`);
  console.log(`ratio ${(drained.raw.seconds / drained.ours.seconds).toFixed(2)} (goal 0.25)`);

  const idle = await timeReads(bench, delay(IDLE_MS));
  const busy = await timeReads(bench, drainOurs(bench, backlog));
  console.log(`\na list of jobs, while ${backlog} of them are sent at once and worked off`);
  line("idle", idle);
  line("beside them", busy);
  console.log(`p95 ratio ${(percentile(busy, 95) / percentile(idle, 95)).toFixed(2)} (goal 1.50)`);

  console.log(
    `\none tenant's single jobs, beside others with ${backlog} of 20 ms each: send to start`,
  );
  for (const others of [0, 1, 3]) {
    const times = await timeBeside(bench, { others, backlog, count: 60 });
    line(`beside ${others}`, times);
  }
}
