// `node tooling/run.js <file.ts | command> [arguments]`: the same under the right Node.
import { prepare } from "./bootstrap/prepare.js";
import { runEntry } from "./bootstrap/run-entry.js";
import { runProgram } from "./bootstrap/run-program.js";

await runEntry(async () => {
  const { node, env } = await prepare();
  const [program = "", ...args] = process.argv.slice(2);
  if (/\.[jt]s$/.test(program)) return runProgram(node, [program, ...args], { env });
  return runProgram(program, args, { env });
});
