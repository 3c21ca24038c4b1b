import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

// pnpm bench ingest --files DIR [--papers DIR] [--table FILE]
const { values } = parseArgs({
  options: {
    files: { type: "string" },
    papers: { type: "string" },
    table: { type: "string" },
  },
});
if (!values.files) throw new Error("bench ingest --files DIR (with manifest.jsonl and files/)");
const files = join(values.files, "files");
const papers = values.papers ?? join(values.files, "../covidqa_long");
const table = values.table ? ["--table", values.table] : [];

/** What is understood, then how fast: each measured in a process of its own. */
const runs = [
  ["manifest.ts", "--files", values.files, ...table],
  ["parse.ts", "--files", files],
  ["chunking.ts", "--files", files],
  ...(existsSync(papers) ? [["long-documents.ts", "--set", papers]] : []),
  ["responsiveness.ts", "--file", join(files, "freeculture.pdf")],
];

for (const [program = "", ...options] of runs) {
  const path = join(import.meta.dirname, program);
  const { status } = spawnSync(process.execPath, [path, ...options], { stdio: "inherit" });
  process.exitCode ||= status ?? 1;
}
