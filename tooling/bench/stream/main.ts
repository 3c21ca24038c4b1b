// pnpm bench stream [--questions 100] [--concurrency 1,50] [--streams 20] [--seconds 10] [--events 20] [--held 1000] [--engines embedded,server]
import { parseArgs } from "node:util";
import { makeBenchTwin } from "./bench-twin.ts";
import { compareHeld } from "./compare-held.ts";
import { compareLoad } from "./compare-load.ts";
import { describeOverhead } from "./describe-overhead.ts";
import { measureOverhead } from "./measure-overhead.ts";
import { tokenMsAt } from "./paced-script.ts";
import { processUse } from "./process-use.ts";
import { type Instance, startInstance } from "./start-instance.ts";
import { startPacedModel } from "./start-paced-model.ts";

const { values } = parseArgs({
  options: {
    questions: { type: "string", default: "100" },
    concurrency: { type: "string", default: "1,50" },
    streams: { type: "string", default: "20" },
    seconds: { type: "string", default: "10" },
    events: { type: "string", default: "20" },
    held: { type: "string", default: "1000" },
    engines: { type: "string", default: "embedded,server" },
  },
});

/** As models write: 20 events a second. */
const TOKEN_MS = tokenMsAt(20);

for (const engine of values.engines.split(",")) {
  using model = await startPacedModel();
  await using instance = await startInstance(engine, model.baseUrl);
  await show(engine, instance);

  async function show(name: string, { url, pid }: Instance) {
    const twin = await makeBenchTwin(url);
    console.log(`\n${name} engine: milliseconds on top of the model's own before the first words`);
    for (const concurrency of values.concurrency.split(",").map(Number).filter(Boolean)) {
      const questions = Math.max(Number(values.questions), concurrency * 4);
      for (const everyMs of concurrency > 1 ? [0, TOKEN_MS] : [0]) {
        const before = processUse(pid).cpuMs;
        const overhead = await measureOverhead(twin, model, { concurrency, questions, everyMs });
        const cpuMs = (processUse(pid).cpuMs - before) / (questions + concurrency);
        console.log(describeOverhead({ concurrency, everyMs, cpuMs, ...overhead }));
      }
    }
    const [streams, seconds, eventsPerSecond] = [values.streams, values.seconds, values.events].map(
      Number,
    ) as [number, number, number];
    if (streams > 0) {
      console.log(await compareLoad(twin, model, { pid, streams, seconds, eventsPerSecond }));
    }
    const held = Number(values.held);
    if (held > 0) console.log(await compareHeld(twin, model, { pid, streams: held }));
  }
}
