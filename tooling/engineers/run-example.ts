import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
/** From here `openai` and `@understudy/client` are found as in a project that has installed them. */
const PROJECT = fileURLToPath(new URL("../node_modules/", import.meta.url));
const environment = (UNDERSTUDY_API_KEY: string) => ({
  PATH: process.env.PATH,
  UNDERSTUDY_API_KEY,
});

/** Runs a JavaScript program in a process of its own, and gives what it prints. */
export async function runProgram(code: string, apiKey: string): Promise<string> {
  const folder = await mkdtemp(join(PROJECT, ".example-"));
  try {
    const program = join(folder, "example.mjs");
    await writeFile(program, code);
    const env = environment(apiKey);
    return (await run(process.execPath, ["--no-warnings", program], { env })).stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function runShell(code: string, apiKey: string): Promise<string> {
  return (await run("sh", ["-c", code], { env: environment(apiKey) })).stdout;
}
