// pnpm bench calls [--connections 32] [--seconds 5] [--engine embedded]: a trivial procedure beside the bare framework
import { parseArgs } from "node:util";
import type { Session } from "../../product/session.ts";
import { signUp } from "../../product/sign-up.ts";
import { startInstance } from "../stream/start-instance.ts";
import { startPacedModel } from "../stream/start-paced-model.ts";
import { type Calls, measureCalls } from "./measure-calls.ts";
import { startBare } from "./start-bare.ts";

const { values } = parseArgs({
  options: {
    connections: { type: "string", default: "32" },
    seconds: { type: "string", default: "5" },
    engine: { type: "string", default: "embedded" },
  },
});
const load = { connections: Number(values.connections), seconds: Number(values.seconds) };
using model = await startPacedModel();
await using instance = await startInstance(values.engine, model.baseUrl);
const owner = await signUp(instance.url);
await compareCalls(owner);
async function compareCalls({ headers }: Session): Promise<void> {
  using bare = await startBare();
  const input = `?input=${encodeURIComponent("{}")}`;
  const measure = (at: { url: string; pid: number }, path: string, more = {}) =>
    measureCalls({ ...load, ...more, pid: at.pid, url: at.url + path });
  const framework = await measure(bare, "/bare");
  describe("the bare framework", framework, framework);
  describe(
    "with procedures and their shapes",
    await measure(bare, `/trpc/trivial${input}`),
    framework,
  );
  describe("ours, without a credential", await measure(instance, "/healthz"), framework);
  const called = await measure(instance, `/trpc/tenant.get${input}`, { headers });
  describe("ours, a procedure with a session and the database", called, framework);
}

function describe(name: string, { perSecond, cpuMicroseconds }: Calls, beside: Calls): void {
  const share = (perSecond / beside.perSecond).toFixed(2);
  const cpu = `${cpuMicroseconds.toFixed(0)} µs of processor`;
  console.log(`${name.padEnd(52)} ${perSecond.toFixed(0)} calls/s (${share}) · ${cpu}`);
}
