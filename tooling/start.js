import { join } from "node:path";
import { buildInterfaces } from "./bootstrap/build-interfaces.js";
import { loadSettings } from "./bootstrap/load-settings.js";
import { compileCacheDir, rootDir } from "./bootstrap/paths.js";
import { prepare } from "./bootstrap/prepare.js";
import { runEntry } from "./bootstrap/run-entry.js";
import { runProgram } from "./bootstrap/run-program.js";

await runEntry(async () => {
  loadSettings();
  const runtime = await prepare();
  await buildInterfaces(runtime);
  const program = join(rootDir, "apps/api/src/main.ts");
  const env = { ...runtime.env, NODE_COMPILE_CACHE: compileCacheDir };
  return runProgram(runtime.node, [program, "all", ...process.argv.slice(2)], { ...runtime, env });
});
