import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installedNode } from "./installed-node.js";
import { oldestNode } from "./pins.js";

const executable = process.platform === "win32" ? "node.exe" : "node";

/**
 * A Node that runs TypeScript: this process, the one installed earlier, or one on PATH.
 * @returns {string | undefined}
 */
export function findNode() {
  if (isRecent(process.versions.node)) return process.execPath;
  return installedNode() ?? nodeOnPath();
}

/** @param {string} version */
export function isRecent(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  return major > oldestNode.major || (major === oldestNode.major && minor >= oldestNode.minor);
}

function nodeOnPath() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [...new Set(folders)].map((folder) => join(folder, executable));
  return candidates.find((path) => existsSync(path) && runsRecent(path));
}

/** @param {string} path */
function runsRecent(path) {
  try {
    return isRecent(execFileSync(path, ["--version"], { encoding: "utf8" }).trim());
  } catch {
    // A broken binary on PATH is the same as none.
    return false;
  }
}
