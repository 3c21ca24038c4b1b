import { spawn } from "node:child_process";
import { explainFailure } from "./explain-failure.js";
import { rootDir } from "./paths.js";

// npm's own patience with a registry that does not answer is over a minute.
const patience = Object.fromEntries(
  ["npm_config", "pnpm_config"].flatMap((prefix) => [
    [`${prefix}_fetch_retries`, "2"],
    [`${prefix}_fetch_retry_mintimeout`, "1000"],
    [`${prefix}_fetch_retry_maxtimeout`, "3000"],
  ]),
);

/**
 * Runs a command without showing its output; on failure the output is in the error.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string }} [options]
 * @returns {Promise<string>} what it printed
 */
export function runQuietly(command, args, { env = process.env, cwd = rootDir } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...patience, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      // npm and npx are .cmd files on Windows, which only a shell starts.
      shell: process.platform === "win32",
    });
    let output = "";
    child.stdout.on("data", (part) => (output += part));
    child.stderr.on("data", (part) => (output += part));
    child.on("error", (error) => reject(new Error(`${command} did not start: ${error.message}`)));
    child.on("close", (code, signal) => {
      if (code === 0) resolve(output);
      else
        reject(new Error(explainFailure(`${command} ${args.join(" ")}`, code ?? signal, output)));
    });
  });
}
