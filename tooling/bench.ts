import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "bench");
const [name, ...args] = process.argv.slice(2);
const known = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

if (!name || !known.includes(name)) {
  process.stderr.write(`Which benchmark? pnpm bench ${known.join(" | ")} [options]\n`);
  process.exitCode = 2;
} else {
  const program = join(folder, name, "main.ts");
  const run = spawnSync(process.execPath, [program, ...args], { stdio: "inherit" });
  process.exitCode = run.status ?? 1;
}
