import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { data: { type: "string" } } });
if (!values.data)
  throw new Error("bench ingest --data DIR (with ingest/manifest.jsonl and its files)");
const folder = join(values.data, "ingest");

/** What is understood, then how fast: each measured in a process of its own. */
const runs = [
  ["manifest.ts", folder],
  ["parse.ts", join(folder, "files")],
] as const;

for (const [program, files] of runs) {
  const path = join(import.meta.dirname, program);
  const { status } = spawnSync(process.execPath, [path, "--files", files], { stdio: "inherit" });
  process.exitCode ||= status ?? 1;
}
