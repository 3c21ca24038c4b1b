// pnpm bench reindex [--passages 10000] [--engines embedded,server] [--dimensions 384]
import { parseArgs } from "node:util";
import { type Latency, measureReindex } from "./measure-reindex.ts";

const { values } = parseArgs({
  options: {
    passages: { type: "string", default: "10000" },
    engines: { type: "string", default: "embedded,server" },
    dimensions: { type: "string", default: "384" },
  },
});

for (const engine of values.engines.split(",")) {
  const dimensions = Number(values.dimensions);
  const figures = await measureReindex(engine, { passages: Number(values.passages), dimensions });
  const { passages, fillSeconds, cpuSeconds, idle, during, switchMs, firstMs } = figures;
  console.log(
    `\n${passages} passages on the ${engine} engine, another model of ${dimensions} dimensions on loopback`,
  );
  const parts = [
    `filled in ${fillSeconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s CPU of its process)`,
    `knowledge.search idle ${describe(idle)}`,
    `while it fills ${describe(during)}`,
    `ratio p50 ${(during.p50 / idle.p50).toFixed(2)}, p95 ${(during.p95 / idle.p95).toFixed(2)}`,
    `switch ${switchMs.toFixed(0)} ms`,
    `first search after it ${firstMs.toFixed(0)} ms`,
  ];
  console.log(parts.join(" · "));
}

function describe({ count, p50, p95 }: Latency): string {
  return `p50 ${p50.toFixed(1)} p95 ${p95.toFixed(1)} ms (${count} searches)`;
}
