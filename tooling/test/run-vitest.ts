import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rootDir } from "../bootstrap/paths.js";
import { noOutcome, type Outcome } from "./outcome.ts";
import type { Project } from "./projects.ts";

const vitest = join(rootDir, "node_modules/vitest/vitest.mjs");

export type VitestRun = {
  projects: Project[];
  args: string[];
  env: NodeJS.ProcessEnv;
  signal: AbortSignal;
};

/** Runs the chosen projects; a Vitest that fails without a failed test counts as one failure. */
export async function runVitest({ projects, args, env, signal }: VitestRun): Promise<Outcome> {
  if (projects.length === 0) return noOutcome;
  const folder = mkdtempSync(join(tmpdir(), "understudy-tests-"));
  const outcomeFile = join(folder, "outcome.json");
  const reporters = ["--reporter=default", "--reporter=./tooling/test/record-outcome.ts"];
  if (env.TEST_CASES_FILE) reporters.push("--reporter=./tooling/safety/record-cases.ts");
  const child = spawn(
    process.execPath,
    [vitest, "run", ...projects.map((name) => `--project=${name}`), ...reporters, ...args],
    { cwd: rootDir, env: { ...env, TEST_OUTCOME_FILE: outcomeFile }, stdio: "inherit" },
  );
  try {
    const code = await exitCode(child, signal);
    const outcome = readOutcome(outcomeFile);
    return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The tests of a project that cannot run here, each skipped with the reason. */
export async function listAsSkipped(project: Project, args: string[], reason: string) {
  const child = spawn(
    process.execPath,
    [vitest, "list", "--json", `--project=${project}`, ...args],
    {
      cwd: rootDir,
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let json = "";
  child.stdout.on("data", (part: Buffer) => (json += part));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`vitest could not list the tests of ${project}`);
  const listed: { name: string }[] = JSON.parse(json);
  return { ...noOutcome, skipped: listed.map(({ name }) => ({ project, name, reason })) };
}

async function exitCode(child: ChildProcess, signal: AbortSignal): Promise<number> {
  signal.addEventListener("abort", () => child.kill("SIGTERM"));
  const [code] = await once(child, "close");
  return code ?? 1;
}

function readOutcome(path: string): Outcome {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    // Vitest ended before its reporters did: what it printed says why.
    return { ...noOutcome, failed: 1 };
  }
}
