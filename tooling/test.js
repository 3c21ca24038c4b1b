import { join } from "node:path";
import { rootDir } from "./bootstrap/paths.js";
import { prepare } from "./bootstrap/prepare.js";
import { runEntry } from "./bootstrap/run-entry.js";
import { runProgram } from "./bootstrap/run-program.js";

await runEntry(async () => {
  const { node, env } = await prepare();
  const program = join(rootDir, "tooling/test/main.ts");
  return runProgram(node, [program, ...process.argv.slice(2)], { env, cwd: rootDir });
});
