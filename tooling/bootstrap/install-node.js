import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installedMark, nodeBinary, nodePackage } from "./installed-node.js";
import { runtimeDir } from "./paths.js";
import { oldestNode } from "./pins.js";
import { runQuietly } from "./run-quietly.js";

/**
 * Installs a Node binary from the npm registry into `.runtime`, beside the machine's own.
 * @returns {Promise<string>} its path
 */
export async function installNode() {
  const wanted = nodePackage();
  if (!wanted) {
    throw new Error(
      `Node ${oldestNode.major}.${oldestNode.minor} or newer is needed, and none is on npm for ${process.platform} ${process.arch}. Install it and run the same command again.`,
    );
  }
  rmSync(runtimeDir, { recursive: true, force: true });
  mkdirSync(runtimeDir, { recursive: true });
  writeFileSync(join(runtimeDir, "package.json"), '{ "private": true }\n');
  const flags = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund"];
  await runQuietly("npm", ["install", ...flags, wanted], { cwd: runtimeDir });
  const path = nodeBinary(wanted);
  if (!path) throw new Error(`npm installed ${wanted}, but it holds no Node for this machine.`);
  writeFileSync(installedMark, wanted);
  return path;
}
