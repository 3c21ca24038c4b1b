// pnpm bench load [--parts first-token,overload,dead-worker,drain,queue] [--streams 1,50,200] [--seconds 8] [--kills 1] [--jobs 400]
// Two processes that serve and two that work, on one server, before a scripted model.
import { parseArgs } from "node:util";
import { measureDeadWorkers } from "./dead-worker.ts";
import { measureDrain } from "./drain.ts";
import { measureFirstToken } from "./first-token.ts";
import { type Fleet, openFleet } from "./open-fleet.ts";
import { measureOverload } from "./overload.ts";
import { measureQueue } from "./queue.ts";
import { warmUp } from "./warm-up.ts";

const { values } = parseArgs({
  options: {
    parts: { type: "string", default: "first-token,overload,dead-worker,drain,queue" },
    streams: { type: "string", default: "1,50,200" },
    seconds: { type: "string", default: "8" },
    kills: { type: "string", default: "1" },
    jobs: { type: "string", default: "400" },
  },
});
const seconds = Number(values.seconds);
const streams = values.streams.split(",").map(Number);

const PARTS: Record<string, (fleet: Fleet) => AsyncIterable<string>> = {
  "first-token": async function* (fleet) {
    for (const each of streams) yield await measureFirstToken(fleet, { streams: each, seconds });
  },
  overload: async function* (fleet) {
    yield await measureOverload(fleet);
  },
  "dead-worker": async function* (fleet) {
    yield await measureDeadWorkers(fleet, Number(values.kills));
  },
  drain: async function* (fleet) {
    yield await measureDrain(fleet, Math.max(...streams));
  },
  queue: async function* (fleet) {
    yield await measureQueue(fleet, Number(values.jobs));
  },
};
const asked = values.parts.split(",");
const unknown = asked.filter((part) => !Object.hasOwn(PARTS, part));
if (unknown.length > 0) {
  throw new Error(`no such part: ${unknown.join()}; there are ${Object.keys(PARTS).join()}`);
}

await using fleet = await openFleet();
await warmUp(fleet);
for (const part of asked) {
  for await (const line of PARTS[part]!(fleet)) console.log(`${part}: ${line}`);
}
