// `node tooling/instance.js backup|restore|audit FILE` or `reset-link E-MAIL`: something done once with what `npm start` runs.
import { join } from "node:path";
import { loadSettings } from "./bootstrap/load-settings.js";
import { rootDir } from "./bootstrap/paths.js";
import { prepare } from "./bootstrap/prepare.js";
import { runEntry } from "./bootstrap/run-entry.js";
import { runProgram } from "./bootstrap/run-program.js";

await runEntry(async () => {
  loadSettings();
  const runtime = await prepare();
  const program = join(rootDir, "apps/api/src/main.ts");
  return runProgram(runtime.node, [program, ...process.argv.slice(2)], runtime);
});
