// pnpm safety [T01 F06 …]: every attack and fault of the catalogue as tests, and what came of each as a table
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootDir } from "../bootstrap/paths.js";
import { ACCESS_ROWS } from "./access-rows.ts";
import { CONTENT_ROWS } from "./content-rows.ts";
import { FAULT_ROWS } from "./fault-rows.ts";
import { type JudgedRow, judgeRows } from "./judge-rows.ts";
import type { SafetyCase } from "./record-cases.ts";
import type { SafetyRow } from "./safety-row.ts";

const wanted = process.argv.slice(2);
const chosen = [...ACCESS_ROWS, ...CONTENT_ROWS, ...FAULT_ROWS].filter(
  ({ id }) => wanted.length === 0 || wanted.some((name) => id.startsWith(name)),
);
if (chosen.length === 0) throw new Error(`There is no row ${wanted.join(", ")}.`);

const judged = judgeRows(chosen, await runTests(chosen));
printTable(judged);
const bad = judged.filter(({ verdict }) => verdict === "failed" || verdict === "no test");
process.exitCode = bad.length > 0 ? 1 : 0;

async function runTests(rows: readonly SafetyRow[]): Promise<SafetyCase[]> {
  const folder = mkdtempSync(join(tmpdir(), "understudy-safety-"));
  const casesFile = join(folder, "cases.json");
  const files = [...new Set(rows.flatMap(({ tests }) => tests.map(([file]) => file)))];
  const child = spawn(process.execPath, [join(rootDir, "tooling/test/main.ts"), ...files], {
    cwd: rootDir,
    env: { ...process.env, TEST_CASES_FILE: casesFile },
    stdio: "inherit",
  });
  try {
    await once(child, "close");
    return JSON.parse(readFileSync(casesFile, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function printTable(rows: readonly JudgedRow[]): void {
  const seconds = (ms: number | null) => (ms === null ? "" : `${(ms / 1_000).toFixed(1)} s`);
  console.log(`\n${line("row", "what is tried", "cases", "passed", "recovery")}`);
  for (const { id, what, cases, passed, recoveryMs, verdict } of rows) {
    const told = verdict === "passed" ? "" : `  ← ${verdict}`;
    console.log(`${line(id, what, String(cases), String(passed), seconds(recoveryMs))}${told}`);
  }
  const total = (of: (row: JudgedRow) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  const held = rows.filter(({ verdict }) => verdict === "passed").length;
  console.log(`\n${held} of ${rows.length} rows hold, ${total((row) => row.passed)} cases passed`);
}

function line(id: string, what: string, cases: string, passed: string, recovery: string): string {
  return `${id.padEnd(5)}${what.padEnd(46)}${cases.padStart(6)}${passed.padStart(8)}${recovery.padStart(10)}`;
}
