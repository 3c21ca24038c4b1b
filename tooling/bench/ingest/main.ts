import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { data: { type: "string" } } });
if (!values.data)
  throw new Error("bench ingest --data DIR (with ingest/manifest.jsonl and its files)");
const folder = join(values.data, "ingest");

/** What is understood, then how fast: each measured in a process of its own. */
const runs = [
  ["manifest.ts", "--files", folder],
  ["parse.ts", "--files", join(folder, "files")],
  ["responsiveness.ts", "--file", join(folder, "files/freeculture.pdf")],
] as const;

for (const [program, ...options] of runs) {
  const path = join(import.meta.dirname, program);
  const { status } = spawnSync(process.execPath, [path, ...options], { stdio: "inherit" });
  process.exitCode ||= status ?? 1;
}
