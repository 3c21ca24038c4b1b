import { expect, test } from "vitest";
import { explainFailure } from "./explain-failure.js";

test.each([
  ["npm error code ENOTFOUND", "registry cannot be reached"],
  ["ENOSPC: no space left on device, write", "disk is full"],
  ["ERR_PNPM_OUTDATED_LOCKFILE Cannot install", "does not match"],
  ["EACCES: permission denied, mkdir", "cannot be written"],
])("%s is explained", (output, advice) => {
  expect(explainFailure("npm install", 1, output)).toContain(advice);
});

test("an unknown failure still shows the command and the end of its output", () => {
  const output = Array.from({ length: 40 }, (_, line) => `line ${line}`).join("\n");
  const text = explainFailure("npx pnpm install", "SIGKILL", output);
  expect(text).toContain("`npx pnpm install` ended with SIGKILL");
  expect(text).toContain("line 39");
  expect(text).not.toContain("line 19\n");
});

test("stack frames do not push the message out", () => {
  const frames = Array.from({ length: 40 }, (_, line) => `    at call (file.js:${line})`);
  const text = explainFailure("vite build", 1, ["Could not resolve x", ...frames].join("\n"));
  expect(text).toContain("Could not resolve x");
});
