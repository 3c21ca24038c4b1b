import { spawn } from "node:child_process";
import { rootDir } from "../bootstrap/paths.js";

export type StepResult = { ok: boolean; output: string };

/** Runs one tool to its end; its output is kept, to be shown when it failed. */
export function runTool(command: string, args: string[]): Promise<StepResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: rootDir, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (part: Buffer) => (output += part));
    child.stderr.on("data", (part: Buffer) => (output += part));
    child.on("error", (error) => resolve({ ok: false, output: error.message }));
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}
