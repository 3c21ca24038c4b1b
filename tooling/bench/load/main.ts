// pnpm bench load [--streams 1,50,200] [--seconds 15] [--kills 3]: two processes that serve and two that work, on one server
import { parseArgs } from "node:util";
import { measureFirstToken } from "./first-token.ts";
import { measureDeadWorkers, measureLeaving } from "./leaving.ts";
import { openFleet } from "./open-fleet.ts";
import { measureOverload } from "./overload.ts";

const { values } = parseArgs({
  options: {
    streams: { type: "string", default: "1,50,200" },
    seconds: { type: "string", default: "15" },
    kills: { type: "string", default: "3" },
  },
});
const seconds = Number(values.seconds);

await using fleet = await openFleet();
for (const streams of values.streams.split(",").map(Number).filter(Boolean)) {
  console.log(await measureFirstToken(fleet, { streams, seconds }));
}
console.log(await measureOverload(fleet, seconds));
console.log(await measureDeadWorkers(fleet, Number(values.kills)));
console.log(await measureLeaving(fleet));
