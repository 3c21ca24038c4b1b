import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { showStep } from "../bootstrap/show-step.js";

const run = promisify(execFile);

/**
 * Installs a Debian package when this process may (root on a Debian).
 * @returns nothing when it is installed, else the reason it is not
 */
export async function installDebianPackage(name: string): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return "not installed, and only root may install it";
  if (!existsSync("/etc/debian_version")) return "not installed, and this is not a Debian";
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    await showStep(`Installing ${name} with apt-get`, async () => {
      await run("apt-get", ["update", "-qq"], { env });
      await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], { env });
    });
    return undefined;
  } catch (error) {
    const lines = String(error instanceof Error ? error.message : error)
      .trim()
      .split("\n");
    return `apt-get could not install ${name}: ${lines.at(-1)}`;
  }
}
