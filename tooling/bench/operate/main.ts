// pnpm bench operate [--sizes 1000,100000] [--engines embedded,server] [--days 30]
import { parseArgs } from "node:util";
import { type Measured, measureOperate } from "./measure-operate.ts";

/** What a screen's worth of data may take on a server at 100,000 messages. */
const LIMIT_MS = 100;

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,100000" },
    engines: { type: "string", default: "embedded,server" },
    days: { type: "string", default: "30" },
  },
});
const days = Number(values.days);

for (const engine of values.engines.split(",")) {
  for (const size of values.sizes.split(",").map(Number)) {
    console.log(
      `\n${size} messages over 90 days on the ${engine} engine, the last ${days} of them looked at, milliseconds`,
    );
    for (const measured of await measureOperate(engine, { messages: size, days })) show(measured);
  }
}

/** Beside it, in the same run, what PostgreSQL takes only to count the events that are read. */
function show({ name, p50Ms, p95Ms, cpuMs, plan, peer }: Measured): void {
  const parts = [
    name.padEnd(22),
    `p50 ${p50Ms.toFixed(1)}`,
    `p95 ${p95Ms.toFixed(1)} (limit ${LIMIT_MS})`,
    ...(cpuMs === undefined ? [] : [`CPU ${cpuMs.toFixed(1)}`]),
    `${plan.buffers} buffers`,
    plan.scanned.length > 0 ? `reads all of ${plan.scanned.join(", ")}` : "by indexes alone",
    `${peer.name} p95 ${peer.p95Ms.toFixed(1)}`,
    `ratio of medians ${(p50Ms / peer.p50Ms).toFixed(2)}`,
  ];
  console.log(parts.join(" · "));
}
