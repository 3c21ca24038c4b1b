// pnpm bench reindex [--chunks 10000] [--engines embedded,server] [--dimensions 384]
import { parseArgs } from "node:util";
import { provideServer } from "../../test/provide-server.ts";
import { measureReindex } from "./measure-reindex.ts";

const { values } = parseArgs({
  options: {
    chunks: { type: "string", default: "10000" },
    engines: { type: "string", default: "embedded,server" },
    dimensions: { type: "string", default: "384" },
  },
});

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
  const chunks = Number(values.chunks);
  const dimensions = Number(values.dimensions);
  const figures = await measureReindex({ chunks, dimensions });
  console.log(
    `\n${figures.chunks} passages on the ${engine} engine, ${dimensions} dimensions, embedding stubbed`,
  );
  for (const change of figures.changes) {
    const { name, fillSeconds, cpuSeconds, switchMs, firstMs, idle, during } = change;
    const times = ({ p50, p95 }: typeof idle) => `p50 ${p50.toFixed(1)} p95 ${p95.toFixed(1)} ms`;
    const parts = [
      `${name}: filled in ${fillSeconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s CPU)`,
      `knowledge.search idle ${times(idle)}`,
      `while it fills ${times(during)} (${during.count} searches)`,
      `ratio p95 ${(during.p95 / idle.p95).toFixed(2)}`,
      `switch ${switchMs.toFixed(0)} ms`,
      `first search after it ${firstMs.toFixed(0)} ms`,
    ];
    console.log(parts.join(" · "));
  }
}
