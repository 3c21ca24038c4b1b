import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const module = join(import.meta.dirname, "run-program.js");
let folder = "";
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "run-program-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A command of this folder that runs `program` in the foreground. */
function startWrapper(program: string, { underNpm = false } = {}) {
  const wrapper = join(folder, "wrapper.mjs");
  const args = JSON.stringify(["-e", program]);
  writeFileSync(
    wrapper,
    `import { runProgram } from ${JSON.stringify(module)};
    process.exitCode = await runProgram(process.execPath, ${args}, { env: process.env });`,
  );
  const env = { ...process.env, npm_lifecycle_event: underNpm ? "start" : "" };
  // As npm does it: a shell in between, which dies of a signal without passing it on.
  const shell = ["-c", `"${process.execPath}" "${wrapper}"; true`];
  return underNpm
    ? spawn("sh", shell, { env, stdio: ["ignore", "pipe", "inherit"] })
    : spawn(process.execPath, [wrapper], { env, stdio: ["ignore", "pipe", "inherit"] });
}

const untilSignal = `
  process.on("SIGINT", () => process.exit(7));
  process.on("SIGTERM", () => { process.stdout.write("ended"); process.exit(0); });
  setInterval(() => {}, 1000);
  process.stdout.write("up ");`;

test("the exit code is the program's", async () => {
  const [code] = await once(startWrapper("process.exit(3)"), "exit");
  expect(code).toBe(3);
});

test("a signal reaches the program, which decides how it ends", async () => {
  const wrapper = startWrapper(untilSignal);
  await once(wrapper.stdout, "data");
  wrapper.kill("SIGINT");
  const [code] = await once(wrapper, "exit");
  expect(code).toBe(7);
});

test("under npm, a program whose shell was ended is ended too", async () => {
  const shell = startWrapper(untilSignal, { underNpm: true });
  let output = "";
  shell.stdout.on("data", (part: Buffer) => (output += part));
  await once(shell.stdout, "data");
  shell.kill("SIGTERM");
  await once(shell.stdout, "end");
  expect(output).toBe("up ended");
});
