import { repositoryRules } from "./repository-rules.ts";
import { runTool, type StepResult } from "./run-tool.ts";

const turbo = (...args: string[]) => runTool("node", ["tooling/turbo.js", ...args]);

const steps: Record<string, () => Promise<StepResult>> = {
  "format and lint (biome)": () =>
    runTool("biome", ["ci", "--colors=off", "--error-on-warnings", "."]),
  "types (tsc)": () => turbo("run", "check", "--continue=always", "--output-logs=errors-only"),
  "package boundaries (turbo)": () => turbo("boundaries"),
  "unused files and dependencies (knip)": () => runTool("knip", ["--no-progress"]),
};

for (const [name, rule] of Object.entries(repositoryRules)) {
  steps[name] = async () => {
    const problems = rule();
    return { ok: problems.length === 0, output: problems.join("\n") };
  };
}

const failed: string[] = [];
for (const [name, run] of Object.entries(steps)) {
  const started = performance.now();
  const { ok, output } = await run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${ok ? "✓" : "✗"} ${name} (${seconds} s)\n`);
  if (ok) continue;
  failed.push(name);
  process.stdout.write(`${output.trimEnd()}\n\n`);
}
if (failed.length > 0) process.stdout.write(`Failed: ${failed.join(", ")}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
