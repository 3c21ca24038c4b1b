// pnpm bench import [--sizes 500,2000,5000] [--engines embedded,server]
import { parseArgs } from "node:util";
import { type ImportFigures, measureImport } from "./measure-import.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "500,2000" },
    engines: { type: "string", default: "embedded" },
  },
});

for (const engine of values.engines.split(",")) {
  console.log(`\nNotes of 200 words added over HTTP, ${engine} engine`);
  for (const size of values.sizes.split(",").map(Number)) show(await measureImport(engine, size));
}

function show({ notes, live, checked }: ImportFigures): void {
  const parts = [
    `${notes} notes`,
    `live after ${live.seconds.toFixed(0)} s, ${live.cpuMs.toFixed(1)} ms CPU a note`,
    `health checked after ${checked.seconds.toFixed(0)} s, ${checked.cpuMs.toFixed(1)} ms CPU a note in all`,
  ];
  console.log(parts.join(" · "));
}
