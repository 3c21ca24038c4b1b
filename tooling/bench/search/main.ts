// pnpm bench search [--sizes 1000,10000,100000] [--engines embedded,server]
import { parseArgs } from "node:util";
import { provideServer } from "../../test/provide-server.ts";
import { measureEngine } from "./measure-engine.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000" },
    engines: { type: "string", default: "embedded,server" },
  },
});
const sizes = values.sizes.split(",").map(Number);

for (const engine of values.engines.split(",")) {
  const server = engine === "server" ? await provideServer() : undefined;
  if (server && "unavailable" in server) {
    console.log(`${engine}: skipped, ${server.unavailable}`);
    continue;
  }
  process.env.TEST_ENGINE = engine;
  if (server) process.env.TEST_DATABASE_URL = server.url;
  try {
    await show(engine);
  } finally {
    await server?.stop();
  }
}

async function show(engine: string) {
  console.log(
    `\nknowledge.search on the ${engine} engine, milliseconds; minisearch in the same process`,
  );
  for await (const figures of measureEngine(sizes)) {
    const { chunks, firstMs, p50Ms, p95Ms, peerP50Ms, peerP95Ms } = figures;
    const parts = [
      `${chunks} chunks`,
      `p50 ${p50Ms.toFixed(1)}`,
      `p95 ${p95Ms.toFixed(1)}`,
      `first ${firstMs.toFixed(0)}`,
      `minisearch p50 ${peerP50Ms.toFixed(1)} p95 ${peerP95Ms.toFixed(1)}`,
      `p95 ratio ${(p95Ms / peerP95Ms).toFixed(2)}`,
      `index ${figures.indexMegabytes.toFixed(0)} MB`,
      `ingested in ${figures.ingestSeconds.toFixed(0)} s`,
    ];
    console.log(parts.join(" · "));
    const stages = figures.stages.map(
      (stage) => `${stage.name} ${stage.p50Ms.toFixed(1)}/${stage.p95Ms.toFixed(1)}`,
    );
    console.log(`  by stage, p50/p95: ${stages.join(" · ")}`);
  }
}
