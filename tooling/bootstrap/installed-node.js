import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runtimeDir } from "./paths.js";
import { nodePackages } from "./pins.js";

/** Holds the installed package once it is complete: an interrupted install has none. */
export const installedMark = join(runtimeDir, "installed");

/** @returns {string | undefined} the npm package with a Node binary for this platform */
export function nodePackage() {
  return nodePackages[`${process.platform}-${process.arch}`];
}

/** @returns {string | undefined} path of the binary that the bootstrap installed, if it did */
export function installedNode() {
  const wanted = nodePackage();
  if (!wanted || !existsSync(installedMark)) return undefined;
  if (readFileSync(installedMark, "utf8") !== wanted) return undefined;
  return nodeBinary(wanted);
}

/** @param {string} packageWithVersion */
export function nodeBinary(packageWithVersion) {
  const name = packageWithVersion.replace(/@[^@]+$/, "");
  const executable = process.platform === "win32" ? "node.exe" : "node";
  const path = join(runtimeDir, "node_modules", name, "bin", executable);
  return existsSync(path) ? path : undefined;
}
