// pnpm bench stream [--questions 100] [--streams 20] [--seconds 10] [--engines embedded,server]
import { parseArgs } from "node:util";
import { makeBenchTwin } from "./bench-twin.ts";
import { compareLoad } from "./compare-load.ts";
import { measureOverhead } from "./measure-overhead.ts";
import { type Instance, startInstance } from "./start-instance.ts";
import { startPacedModel } from "./start-paced-model.ts";

const { values } = parseArgs({
  options: {
    questions: { type: "string", default: "100" },
    concurrency: { type: "string", default: "1,50" },
    streams: { type: "string", default: "20" },
    seconds: { type: "string", default: "10" },
    engines: { type: "string", default: "embedded,server" },
  },
});

for (const engine of values.engines.split(",")) {
  await using model = await startPacedModel();
  await using instance = await startInstance(engine, model.baseUrl);
  await show(engine, instance);

  async function show(name: string, { url, pid }: Instance) {
    const twin = await makeBenchTwin(url);
    console.log(`\n${name} engine: milliseconds on top of the model's own before the first words`);
    for (const concurrency of values.concurrency.split(",").map(Number)) {
      const questions = Math.max(Number(values.questions), concurrency * 4);
      const { ours, model: own } = await measureOverhead(twin, model, { concurrency, questions });
      const [p50, p95] = [ours.p50 - own.p50, ours.p95 - own.p95].map((ms) => ms.toFixed(0));
      const alone = `model alone p50 ${own.p50.toFixed(0)} p95 ${own.p95.toFixed(0)}`;
      console.log(`${concurrency} at a time · p50 ${p50} · p95 ${p95} · ${alone}`);
    }
    const load = { pid, streams: Number(values.streams), seconds: Number(values.seconds) };
    console.log(await compareLoad(twin, model, load));
  }
}
