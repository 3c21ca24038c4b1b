// pnpm bench search [--sizes 1000,10000,100000] [--engines embedded,server]
import { parseArgs } from "node:util";
import { measureEngine, type SearchFigures } from "./measure-engine.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000,100000" },
    engines: { type: "string", default: "embedded,server" },
  },
});
const sizes = values.sizes.split(",").map(Number);

for (const engine of values.engines.split(",")) {
  console.log(`\nknowledge.search over HTTP on the ${engine} engine, milliseconds`);
  let smaller: SearchFigures | undefined;
  for (const figures of await measureEngine(engine, sizes)) {
    show(figures, smaller);
    smaller = figures;
  }
}

function show(figures: SearchFigures, smaller: SearchFigures | undefined): void {
  const { passages, firstMs, p50Ms, p95Ms, cpuMs, peerP95Ms } = figures;
  const parts = [
    `${passages} passages`,
    `p50 ${p50Ms.toFixed(1)}`,
    `p95 ${p95Ms.toFixed(1)}`,
    `CPU ${cpuMs.toFixed(1)}`,
    `first ${firstMs.toFixed(0)}`,
    `${figures.grownMegabytes.toFixed(0)} MB more with its index`,
    ...(peerP95Ms ? [`minisearch p95 ${peerP95Ms.toFixed(1)}`] : []),
    ...(smaller ? [`p95 ×${ratio("p95Ms")}, CPU ×${ratio("cpuMs")} of the one before`] : []),
  ];
  console.log(parts.join(" · "));
  const stages = figures.stages.map(
    (stage) => `${stage.name} ${stage.p50Ms.toFixed(1)}/${stage.p95Ms.toFixed(1)}`,
  );
  console.log(`  by stage, p50/p95: ${stages.join(" · ")}`);

  function ratio(name: "p95Ms" | "cpuMs"): string {
    return (figures[name] / smaller![name]).toFixed(2);
  }
}
